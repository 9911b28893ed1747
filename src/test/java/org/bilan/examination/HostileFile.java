package org.bilan.examination;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A file made to do harm, or broken.
 *
 * @param expected codes and marks of which one must come; empty when any outcome is right as long
 *     as there is one
 */
record HostileFile(String name, Set<String> expected, Supplier<byte[]> content) {

  /** Any outcome but a clean one. */
  static final String ODD = "odd";

  static HostileFile of(String name, Supplier<byte[]> content, String... expected) {
    return new HostileFile(name, Set.of(expected), content);
  }

  static HostileFile refused(String name, Refusal refusal, Supplier<byte[]> content) {
    return of(name, content, code(refusal));
  }

  static HostileFile marked(String name, Mark mark, Supplier<byte[]> content) {
    return of(name, content, mark.word());
  }

  static String code(Refusal refusal) {
    return "file." + refusal.word();
  }

  /** All of them: more than 500, the same in each run. */
  static List<HostileFile> all() {
    return Stream.of(
            HostileBombs.all(),
            HostileBombs.decoded(10_800),
            HostileMetadata.all(),
            HostileShapes.others(),
            HostileShapes.polyglots(),
            HostileShapes.truncated(25),
            HostileShapes.flipped(30))
        .flatMap(List::stream)
        .toList();
  }
}
