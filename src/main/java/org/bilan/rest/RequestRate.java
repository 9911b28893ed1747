package org.bilan.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Supplier;
import org.bilan.access.Network;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Grants each address, and each person, so many requests: one client that goes wild, or guesses,
 * takes no more than its share. Counted in each service apart.
 */
@ApplicationScoped
class RequestRate {

  /** Before it is asked who that is: that costs a look into the database. */
  private static final int BY_ADDRESS = 380;

  /** After it is known who that is (200), before what they may do (100). */
  private static final int BY_PERSON = 160;

  /** How many seconds' worth may come at once. */
  private static final int BURST_SECONDS = 5;

  private static final int MOST_CLIENTS = 100_000;

  private final int byAddress;
  private final int byPerson;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          // By then a bucket is full again.
          .expireAfterAccess(Duration.ofMinutes(1))
          .maximumSize(MOST_CLIENTS)
          .build();

  RequestRate(
      @ConfigProperty(name = "bilan.limits.requests-per-second.address") int byAddress,
      @ConfigProperty(name = "bilan.limits.requests-per-second.person") int byPerson) {
    this.byAddress = byAddress;
    this.byPerson = byPerson;
  }

  void install(@Observes Filters filters) {
    filters.register(
        context ->
            grant(context, () -> "address " + Network.of(Caller.address(context)), byAddress),
        BY_ADDRESS);
    filters.register(this::person, BY_PERSON);
  }

  private void person(RoutingContext context) {
    if (context.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous()) {
      grant(
          context, () -> "person " + user.getSecurityIdentity().getPrincipal().getName(), byPerson);
    } else {
      context.next();
    }
  }

  private void grant(RoutingContext context, Supplier<String> client, int perSecond) {
    if (perSecond <= 0) { // no limit
      context.next();
      return;
    }
    ConsumptionProbe probe =
        buckets.get(client.get(), same -> bucket(perSecond)).tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      context.next();
      return;
    }
    long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999).toSeconds();
    RouterRefusals.answer(context, Refusal.tooManyRequests(Math.max(1, seconds)), null);
  }

  private static Bucket bucket(int perSecond) {
    return Bucket.builder()
        .addLimit(
            Bandwidth.builder()
                .capacity((long) perSecond * BURST_SECONDS)
                .refillGreedy(perSecond, Duration.ofSeconds(1))
                .build())
        .build();
  }
}
