package org.bilan.access;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.bilan.archive.People;
import org.bilan.archive.Tokens;

/** What commands make by hand, made for the service. */
class AccessBeans {

  @Produces
  @Singleton
  Logins logins(People people, Tokens tokens, Passwords passwords, Authentication authentication) {
    return new Logins(people, tokens, passwords, authentication::forgetAll);
  }
}
