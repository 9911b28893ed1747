package org.bilan.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InOrderTest {

  private static final InOrder FOUR = new InOrder(4, 16, 1_000);

  private static InOrder.Source<Integer> numbers(int many) {
    Iterator<Integer> numbers = IntStream.range(0, many).iterator();
    return () -> numbers.hasNext() ? numbers.next() : null;
  }

  @Test
  void resultsKeepTheOrderOfThePieces() throws IOException {
    List<Integer> out = new ArrayList<>();
    FOUR.run(
        numbers(2_000),
        n -> 1,
        n -> {
          if (n % 7 == 0) {
            pause();
          }
          return n * 2;
        },
        out::add);
    assertThat(out).isEqualTo(IntStream.range(0, 2_000).map(n -> n * 2).boxed().toList());
  }

  private static void awaited(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void workIsDoneAtOnceBySeveralThreads() throws IOException {
    CountDownLatch together = new CountDownLatch(4);
    List<Boolean> met = new ArrayList<>();
    FOUR.run(
        numbers(4),
        n -> 1,
        n -> {
          together.countDown();
          try {
            return together.await(10, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            return false;
          }
        },
        met::add);
    assertThat(met).containsExactly(true, true, true, true);
  }

  @Test
  void sourceAndSinkAreCalledByTheCaller() throws IOException {
    Set<Thread> callers = new HashSet<>();
    InOrder.Source<Integer> source = numbers(100);
    FOUR.run(
        () -> {
          callers.add(Thread.currentThread());
          return source.next();
        },
        n -> 1,
        n -> n,
        n -> callers.add(Thread.currentThread()));
    assertThat(callers).containsExactly(Thread.currentThread());
  }

  /** The first piece is slow: no more than the window is read meanwhile. */
  @Test
  void onlyAWindowOfPiecesIsBetweenSourceAndSink() throws IOException {
    assertThat(mostBetween(new InOrder(4, 16, 1_000), 1)).isBetween(8, 17);
    assertThat(mostBetween(new InOrder(4, 1, 1_000), 1)).isLessThanOrEqualTo(2);
  }

  @Test
  void thePiecesBetweenSourceAndSinkWeighNoMoreThanIsAllowed() throws IOException {
    assertThat(mostBetween(new InOrder(4, 16, 1_000), 300)).isBetween(3, 4);
    // One that is too heavy for the window goes alone.
    assertThat(mostBetween(new InOrder(4, 16, 1_000), 5_000)).isLessThanOrEqualTo(2);
  }

  private static int mostBetween(InOrder order, long weight) throws IOException {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger shown = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    InOrder.Source<Integer> source = numbers(200);
    order.run(
        () -> {
          most.accumulateAndGet(read.incrementAndGet() - shown.get(), Math::max);
          return source.next();
        },
        n -> weight,
        n -> {
          if (n % 50 == 0) {
            pause();
            pause();
          }
          return n;
        },
        n -> shown.incrementAndGet());
    assertThat(shown).hasValue(200);
    return most.get();
  }

  @Test
  void whatFailsEndsItAfterAllThatCameBefore() {
    List<Integer> out = new ArrayList<>();
    assertThatThrownBy(
            () ->
                FOUR.run(
                    numbers(1_000),
                    n -> 1,
                    n -> {
                      if (n == 100) {
                        throw new IllegalStateException("a bug");
                      }
                      return n;
                    },
                    out::add))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a bug");
    assertThat(out).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void aSourceThatBreaksEndsItAfterAllThatWasRead() {
    List<Integer> out = new ArrayList<>();
    InOrder.Source<Integer> source = numbers(1_000);
    assertThatThrownBy(
            () ->
                FOUR.run(
                    () -> {
                      Integer next = source.next();
                      if (next == 100) {
                        throw new IOException("torn");
                      }
                      return next;
                    },
                    n -> 1,
                    n -> n,
                    out::add))
        .isInstanceOf(IOException.class)
        .hasMessage("torn");
    assertThat(out).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void aSinkThatBreaksEndsIt() {
    List<Integer> out = new ArrayList<>();
    assertThatThrownBy(
            () ->
                FOUR.run(
                    numbers(1_000_000_000),
                    n -> 1,
                    n -> n,
                    n -> {
                      if (n == 100) {
                        throw new IOException("full");
                      }
                      out.add(n);
                    }))
        .hasMessage("full");
    assertThat(out).hasSize(100);
  }

  private static void uninterrupted(CountDownLatch latch) {
    try {
      awaited(latch);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Else whoever closes what the work uses closes it under who still works. */
  @Test
  void nobodyWorksAnyMoreOnceItHasFailed() {
    CountDownLatch atWork = new CountDownLatch(1);
    AtomicBoolean done = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                FOUR.run(
                    numbers(2),
                    n -> 1,
                    n -> {
                      if (n == 1) {
                        atWork.countDown();
                        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(300);
                        while (System.nanoTime() < end) {
                          Thread.onSpinWait(); // minds no interruption, as judging does
                        }
                        done.set(true);
                      } else {
                        // Else its result is handed on before the other begins.
                        uninterrupted(atWork);
                      }
                      return n;
                    },
                    n -> {
                      awaited(atWork);
                      Thread.currentThread().interrupt();
                      throw new IOException("full");
                    }))
        .hasMessage("full");
    assertThat(done).isTrue();
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anErrorIsThrownAsItIs() {
    assertThatThrownBy(
            () ->
                FOUR.run(
                    numbers(1),
                    n -> 1,
                    n -> {
                      throw new StackOverflowError("deep");
                    },
                    n -> {}))
        .isInstanceOf(StackOverflowError.class);
  }
}
