package org.bilan.rest;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The forms that an answer may have. Which one is wanted is told by types alone: a charset beside a
 * type that has no other changes nothing, though the framework's own choice refuses it.
 */
final class Forms {

  private final List<MediaType> forms;

  /** The first is for those who take anything. */
  Forms(MediaType... forms) {
    this.forms = List.of(forms);
  }

  /**
   * How much a form is wanted.
   *
   * @param weight from 0 for not at all to 1 (RFC 9110, 12.4.2)
   * @param place of the range that says so, among those that are accepted
   */
  private record Wanted(MediaType form, double weight, int place) {}

  /**
   * The form that is wanted most; of those that are wanted as much, the one that is named first.
   *
   * @throws NotAcceptableException when none is
   */
  MediaType wanted(HttpHeaders headers) {
    List<MediaType> accepted = headers.getAcceptableMediaTypes();
    return forms.stream()
        .flatMap(form -> wanted(form, accepted))
        .filter(wanted -> wanted.weight() > 0)
        .min(Comparator.comparingDouble(Wanted::weight).reversed().thenComparingInt(Wanted::place))
        .orElseThrow(NotAcceptableException::new)
        .form();
  }

  /** Of the ranges that a form is in, the narrowest says how much it is wanted (12.5.1). */
  private static Stream<Wanted> wanted(MediaType form, List<MediaType> accepted) {
    return IntStream.range(0, accepted.size())
        .filter(place -> accepted.get(place).isCompatible(form))
        .boxed()
        .max(
            Comparator.comparingInt((Integer place) -> narrowness(accepted.get(place)))
                .thenComparing(Comparator.reverseOrder()))
        .map(place -> new Wanted(form, weight(accepted.get(place)), place))
        .stream();
  }

  private static int narrowness(MediaType range) {
    return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
  }

  private static double weight(MediaType range) {
    String weight = range.getParameters().getOrDefault("q", "1");
    try {
      return Double.parseDouble(weight);
    } catch (NumberFormatException e) {
      return 1;
    }
  }
}
