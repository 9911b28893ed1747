package org.bilan.rest;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * The forms that an answer may have. Which one is wanted is told by types alone: a charset beside a
 * type that has no other changes nothing, though the framework's own choice refuses it.
 */
final class Forms {

  private static final double NEVER = 0;

  private final List<MediaType> forms;

  /** The first is for those who take anything. */
  Forms(MediaType... forms) {
    this.forms = List.of(forms);
  }

  /**
   * The form that is wanted most.
   *
   * @throws NotAcceptableException when none is
   */
  MediaType wanted(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .filter(accepted -> weight(accepted) > NEVER)
        .flatMap(accepted -> forms.stream().filter(accepted::isCompatible))
        .findFirst()
        .orElseThrow(NotAcceptableException::new);
  }

  /** How much it is wanted, from 0 for not at all to 1 (RFC 9110, 12.4.2). */
  private static double weight(MediaType accepted) {
    String weight = accepted.getParameters().getOrDefault("q", "1");
    try {
      return Double.parseDouble(weight);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
