package org.bilan.rest;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says, in the form of all other refusals, that somebody is not known or may not do a thing. */
class AccessRefusals {

  private final Refusals refusals;
  private final RoutingContext context;

  AccessRefusals(Refusals refusals, RoutingContext context) {
    this.refusals = refusals;
    this.context = context;
  }

  @ServerExceptionMapper
  Response unknown(UnauthorizedException nobody) {
    return refusals.toResponse(Credentials.refusal(context));
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException mayNot) {
    return refusals.toResponse(Refusal.forbidden());
  }
}
