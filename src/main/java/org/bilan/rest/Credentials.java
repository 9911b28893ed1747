package org.bilan.rest;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.bilan.access.Bearer;
import org.bilan.access.Credential;
import org.bilan.access.TooManyGuesses;

/**
 * What a request brings to be let in: the word of a trusted proxy, HTTP Basic (RFC 7617), an API
 * token (RFC 6750), or the page's cookie. Whatever else it brings is left to others, such as
 * Quarkus' OpenID Connect extension.
 */
@ApplicationScoped
public class Credentials implements HttpAuthenticationMechanism {

  private static final String BASIC = "basic ";
  private static final String TRY_OUT = "/q/";
  private static final String BEARER = "bearer ";

  private final TrustedProxy proxy;

  Credentials(TrustedProxy proxy) {
    this.proxy = proxy;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<Credential> credential;
    try {
      credential = credential(context);
    } catch (IllegalArgumentException malformed) {
      return Uni.createFrom().failure(new AuthenticationFailedException("Malformed credential"));
    }
    if (credential.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    Identities.Request request = new Identities.Request(credential.get(), Caller.address(context));
    HttpSecurityUtils.setRoutingContextAttribute(request, context);
    return identities.authenticate(request);
  }

  private Optional<Credential> credential(RoutingContext context) {
    Optional<Credential> proxied = proxy.named(context.request());
    if (proxied.isPresent()) {
      return proxied;
    }
    String header = context.request().getHeader("Authorization");
    if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.of(basic(header.substring(BASIC.length()).strip()));
    }
    if (header != null) {
      return header.regionMatches(true, 0, BEARER, 0, BEARER.length())
          ? Bearer.parse(header.substring(BEARER.length()).strip()).map(Credential.ApiToken::new)
          : Optional.empty();
    }
    if (SessionResource.logsIn(context.request())) {
      return Optional.empty(); // whatever session a browser has left
    }
    return Optional.ofNullable(context.request().getCookie(SessionResource.COOKIE))
        .map(Cookie::getValue)
        .filter(SessionResource::wellFormed)
        .map(Credential.Session::new);
  }

  private static Credential basic(String encoded) {
    String pair;
    try {
      pair =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Base64.getDecoder().decode(encoded)))
              .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new IllegalArgumentException(notUtf8);
    }
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("No colon");
    }
    return new Credential.Password(pair.substring(0, colon), pair.substring(colon + 1));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401));
  }

  /** Says what is wrong in our own words. */
  @Override
  public Uni<Boolean> sendChallenge(RoutingContext context) {
    RouterRefusals.answer(context, refusal(context), null);
    return Uni.createFrom().item(true);
  }

  /** Why whoever asks is not let in. */
  static Refusal refusal(RoutingContext context) {
    TooManyGuesses slowed = context.get(Identities.SLOWED);
    if (slowed != null) {
      return Refusal.tooManyGuesses(slowed.seconds());
    }
    boolean brought = context.request().getHeader("Authorization") != null;
    // A script of the page shows its own form; a browser that leads there asks by itself. The page
    // to try the API has no form before it has read what the API is: there the browser asks too.
    String mode = context.request().getHeader("Sec-Fetch-Mode");
    boolean script =
        mode != null && !mode.equals("navigate") && !context.request().path().startsWith(TRY_OUT);
    return Refusal.unauthenticated(brought, script);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(Identities.Request.class);
  }
}
