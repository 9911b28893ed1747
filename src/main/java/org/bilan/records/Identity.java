package org.bilan.records;

import java.util.Optional;
import org.bilan.dossier.Source;
import org.bilan.dossier.Word;

/** What makes sources of several dossiers one. */
public enum Identity implements Word {
  /** Their id, as in archives that name each source once. */
  ID,
  /** Their name, to the letter; a source without a name is nobody's other self. */
  NAME;

  Optional<String> of(Source source) {
    return this == ID ? Optional.of(source.id()) : source.name();
  }
}
