package org.bilan.people;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody, or some program, who has a login.
 *
 * @param name the login: lower-case letters, digits, dots, hyphens, underscores, at signs
 * @param disabled lets nobody in under this name, by no means
 */
public record Person(String name, Set<Role> roles, boolean disabled, Instant createdAt) {

  /** The form of a login. */
  public static final Pattern NAME = Pattern.compile("(?!bilan$)[a-z0-9][a-z0-9._@-]{0,63}");

  /** In words, for refusals. */
  public static final String NAME_FORM =
      "1 to 64 of a-z, 0-9, dot, hyphen, underscore, at sign; it begins with a letter or digit,"
          + " and is not bilan, which is the service's";

  public Person {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A login is " + NAME_FORM);
    }
    roles = Set.copyOf(roles);
  }
}
