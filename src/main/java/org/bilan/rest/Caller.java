package org.bilan.rest;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.bilan.dossier.Word;
import org.bilan.ledger.Actor;
import org.bilan.people.Role;

/** Who asks. */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;
  private final RoutingContext context;

  Caller(SecurityIdentity identity, RoutingContext context) {
    this.identity = identity;
    this.context = context;
  }

  /** Who it is, by which means, from where. */
  Actor actor() {
    Actor actor = identity.getAttribute(Identities.ACTOR);
    // Others than we may have let them in: an extension that asks a provider of identities.
    return actor != null
        ? actor
        : new Actor(identity.getPrincipal().getName(), "provider", address(context));
  }

  String name() {
    return actor().name();
  }

  boolean has(Role role) {
    return identity.hasRole(role.word());
  }

  /** Refuses who shows a token: else whoever steals one makes what outlives it. */
  void refuseToken(String why) {
    if (byToken()) {
      throw Refusal.forbidden(why);
    }
  }

  boolean byToken() {
    return actor().means().startsWith("token:");
  }

  /** Whether they see the names and links of confidential sources. */
  boolean seesConfidential() {
    return has(Role.CONFIDANT);
  }

  Set<Role> roles() {
    return identity.getRoles().stream()
        .flatMap(word -> Word.of(Role.class, word).stream())
        .collect(Collectors.toSet());
  }

  /**
   * Where a request comes from: the address of who is connected, or what a trusted proxy says, if
   * Quarkus is told to trust one.
   */
  static String address(RoutingContext context) {
    SocketAddress address = context.request().remoteAddress();
    return address == null || address.hostAddress() == null ? "unknown" : address.hostAddress();
  }
}
