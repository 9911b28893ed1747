package org.bilan.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bilan.ledger.Actor;
import org.bilan.people.Person;
import org.bilan.people.Role;
import org.junit.jupiter.api.Test;

/** Somebody who may manage logins is always left. */
@QuarkusTest
class LastAdminTest {

  private static final Set<Role> READER = EnumSet.of(Role.READER);
  private static final Set<Role> ADMIN = EnumSet.of(Role.READER, Role.ADMIN);

  @Inject People people;

  @Test
  void twoWhoPutEachOtherOutAtOnceDoNotBothSucceed() throws Exception {
    String one = "one-" + System.nanoTime();
    String two = "two-" + System.nanoTime();
    Actor actor = new Actor(one, "password", "127.0.0.1");
    people.create(one, ADMIN, Optional.empty(), actor);
    people.create(two, ADMIN, Optional.empty(), actor);
    List<Person> others =
        people.all().stream()
            .filter(p -> p.roles().contains(Role.ADMIN) && !p.disabled())
            .filter(p -> !p.name().equals(one) && !p.name().equals(two))
            .toList();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      others.forEach(
          other -> people.change(other.name(), Optional.empty(), Optional.of(true), actor));
      for (int i = 0; i < 20; i++) {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<Boolean> first =
            both.submit(putOut(start, two, Optional.of(READER), Optional.empty(), actor));
        Future<Boolean> second =
            both.submit(putOut(start, one, Optional.empty(), Optional.of(true), actor));
        assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        for (String name : List.of(one, two)) {
          people.change(name, Optional.of(ADMIN), Optional.of(false), actor);
        }
      }
      people.change(two, Optional.of(READER), Optional.empty(), actor);
      assertThatThrownBy(() -> people.change(one, Optional.of(READER), Optional.empty(), actor))
          .isInstanceOf(LastAdmin.class);
      assertThat(people.login(one).orElseThrow().person().roles()).isEqualTo(ADMIN);
      // What concerns no admin is not refused.
      assertThat(people.change(two, Optional.of(READER), Optional.of(true), actor)).isTrue();
    } finally {
      both.shutdownNow();
      others.forEach(
          other -> people.change(other.name(), Optional.empty(), Optional.of(false), actor));
      people.change(one, Optional.of(READER), Optional.of(true), actor);
    }
  }

  /** Whether that was done. */
  private Callable<Boolean> putOut(
      CyclicBarrier start,
      String name,
      Optional<Set<Role>> roles,
      Optional<Boolean> disabled,
      Actor actor) {
    return () -> {
      start.await();
      try {
        return people.change(name, roles, disabled, actor);
      } catch (LastAdmin last) {
        return false;
      }
    };
  }
}
