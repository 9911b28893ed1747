package org.bilan.cli;

/** What a command says when Ctrl-C or SIGTERM ends it: the JVM then ends without any finally. */
final class LastWords {

  private final Thread hook;

  /** From now on they would be said. */
  LastWords(Runnable words) {
    hook = new Thread(words, "last-words");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** They are not needed any more; false when they are being said. */
  boolean forgone() {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      return false;
    }
  }
}
