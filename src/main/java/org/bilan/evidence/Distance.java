package org.bilan.evidence;

import org.bilan.dossier.Source;

/** Who was nearer to the facts. */
final class Distance {

  private Distance() {}

  /** How far from the facts a source is: where time does not tell, the nearer was first. */
  static int of(Source source) {
    int byProximity =
        source
            .proximity()
            .map(
                proximity ->
                    switch (proximity) {
                      case FIRST_HAND -> 0;
                      case SECOND_HAND -> 1;
                      case UNKNOWN -> 2;
                      case REMOTE -> 3;
                    })
            .orElse(2);
    return byProximity * 2 + (source.kind().outlet() ? 1 : 0);
  }
}
