package org.bilan.ruleset;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes that questions may name, and a memory of what is none. Drools asks for each word of a
 * question as a class, in each of its packages and spellings: a thousand times for the shipped
 * rules, each time in all jars. It defines nothing itself.
 */
final class RuleClasses extends ClassLoader {

  /** Those of Bilan. What is no class of it never becomes one. */
  static final RuleClasses HERE = new RuleClasses(RuleClasses.class.getClassLoader());

  /** Some twenty times what the shipped rules ask for; more is asked for each time. */
  private static final int MOST = 10_000;

  private final Set<String> none = ConcurrentHashMap.newKeySet();

  RuleClasses(ClassLoader parent) {
    super(parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (none.contains(name)) {
      throw new ClassNotFoundException(name);
    }
    try {
      return getParent().loadClass(name);
    } catch (ClassNotFoundException missing) {
      if (none.size() < MOST && isNone(name)) {
        none.add(name);
      }
      throw missing;
    }
  }

  /**
   * Not one that is there and could not be read, as where too many files are open. Words in small
   * letters are no class of ours: nine in ten of all that is asked for.
   */
  private boolean isNone(String name) {
    int last = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
    return last < name.length() && Character.isLowerCase(name.charAt(last))
        || getParent().getResource(name.replace('.', '/') + ".class") == null;
  }
}
