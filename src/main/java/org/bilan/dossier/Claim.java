package org.bilan.dossier;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The proposition that is scored: harm, and perhaps the victims' status and who is responsible.
 *
 * @param victimsParty id of the party whose fighters were hit, where victims are combatants
 * @param responsible id of the party blamed
 * @param namedVictims how many victims are identified by full name in the material held
 * @param supersedes id of the earlier claim that this one revises
 */
public record Claim(
    String id,
    Harm harm,
    Optional<Victims> victims,
    Optional<String> victimsParty,
    Optional<Count> count,
    Optional<String> responsible,
    OptionalInt namedVictims,
    Optional<String> supersedes,
    Optional<String> text) {

  /** Whether it asserts this proposition; harm it always asserts. */
  public boolean asserts(Proposition proposition) {
    return switch (proposition) {
      case HARM -> true;
      case STATUS -> status().isPresent();
      case RESPONSIBILITY -> responsible.isPresent();
    };
  }

  /** Whether it says that nobody was harmed. */
  public boolean nobody() {
    return count.isPresent() && count.get().most().orElse(1) == 0;
  }

  /** The victims' status as asserted, or empty when the claim leaves it open. */
  public Optional<Victims> status() {
    return victims.filter(v -> v != Victims.UNKNOWN);
  }
}
