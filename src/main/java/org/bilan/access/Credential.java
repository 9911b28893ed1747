package org.bilan.access;

/** What somebody brings to be let in. None of these tells its secret when it is printed. */
public sealed interface Credential {

  /** A name and a password. */
  record Password(String name, String password) implements Credential {
    @Override
    public String toString() {
      return "a password";
    }
  }

  /** An API token. */
  record ApiToken(Bearer bearer) implements Credential {}

  /** A name for which a trusted proxy vouches. Never made of what a client may send itself. */
  record Proxied(String name) implements Credential {}

  /** What the page's cookie holds. */
  record Session(String cookie) implements Credential {
    @Override
    public String toString() {
      return "a session";
    }
  }
}
