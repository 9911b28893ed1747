package org.bilan.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.bilan.evaluation.Evaluation;
import org.bilan.evaluation.EvaluationJson;
import org.bilan.evaluation.Progress;

/**
 * Tells how far an evaluation is while it is made, and then what came of it: events named progress,
 * and one named evaluation or problem. Ends the work when nobody listens any more.
 */
@ApplicationScoped
class EvaluationEvents {

  /** As often as a bar on a screen needs. */
  private static final long PAUSE = Duration.ofMillis(200).toNanos();

  private static final JsonMapper JSON = new JsonMapper();

  private final Refusals refusals;

  EvaluationEvents(Refusals refusals) {
    this.refusals = refusals;
  }

  /** So far it is: EvaluationProgress of the API's description. */
  record Far(String stage, int done, int of) {}

  /**
   * Writes them. What fails before it is its turn is thrown, and answered as of any request.
   *
   * @param work makes it, and tells how far it is
   */
  void write(Function<Progress, Evaluation> work, Streamed.Answer out) throws IOException {
    Events events = new Events(out);
    try {
      Evaluation evaluation = work.apply(telling(events, out));
      events.send("evaluation", EvaluationJson.write(evaluation));
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } catch (RuntimeException failure) {
      if (!events.begun()) {
        throw failure;
      }
      events.send("problem", refusals.detail(failure).json());
    }
  }

  private static Progress telling(Events events, Streamed.Answer out) {
    return new Progress() {
      private long next = System.nanoTime();

      @Override
      public void waiting() {
        try {
          out.look();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public void at(Stage stage, int done, int of) {
        long now = System.nanoTime();
        if (done > 0 && done < of && now - next < 0) {
          return;
        }
        next = now + PAUSE;
        try {
          events.send("progress", json(new Far(stage.name().toLowerCase(Locale.ROOT), done, of)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static byte[] json(Far far) {
    try {
      return JSON.writeValueAsBytes(far);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Progress cannot be written", e);
    }
  }
}
