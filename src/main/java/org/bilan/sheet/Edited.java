package org.bilan.sheet;

import java.util.List;
import org.bilan.ruleset.NumberChange;

/**
 * What an edited sheet says.
 *
 * @param revision of the ruleset that the sheet was made from
 * @param changes only of numbers whose value differs, in the sheet's order; each within its limits
 */
public record Edited(String revision, List<NumberChange> changes) {

  public Edited {
    changes = List.copyOf(changes);
  }
}
