package org.bilan.cli;

import java.util.ArrayList;
import java.util.List;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.DossierImports;
import org.bilan.archive.Incoming;
import org.bilan.archive.StoredRuleset;
import org.bilan.assessment.Language;
import org.bilan.importer.Outcome;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;

/**
 * Keeps dossiers in the archive, many at once, each judged by the ruleset in force. What is not
 * kept when it ends early is kept when the same is imported again.
 */
final class Storing implements Destination<Incoming>, AutoCloseable {

  private static final int MOST = 500;
  private static final long MOST_BYTES = 8L << 20;

  private final DossierImports imports;
  private final Ruleset ruleset;
  private final List<Incoming> waiting = new ArrayList<>();
  private long weight;
  private DossierImports.Stored stored = new DossierImports.Stored(0, 0, 0);

  private Storing(DossierImports imports, Ruleset ruleset) {
    this.imports = imports;
    this.ruleset = ruleset;
  }

  /**
   * Into the archive of the environment.
   *
   * @throws InvalidRuleset when this version of Bilan refuses the ruleset in force
   */
  static Storing begin(CommandArchive archive) throws InvalidRuleset {
    StoredRuleset inForce =
        archive
            .rulesets()
            .inForce()
            .orElseThrow(
                () -> new IllegalStateException("An archive that was begun has a ruleset"));
    return new Storing(
        archive.imports(), Ruleset.of(archive.rulesets().files(inForce.revision()).orElseThrow()));
  }

  @Override
  public Incoming make(Outcome.Taken taken) {
    return Incoming.of(taken.dossier(), taken.json(), ruleset.judge(taken.dossier(), Language.EN));
  }

  @Override
  public void put(Incoming dossier) {
    waiting.add(dossier);
    weight += dossier.weight();
    if (waiting.size() >= MOST || weight >= MOST_BYTES) {
      end();
    }
  }

  @Override
  public void end() {
    stored = stored.plus(imports.store(waiting, Actor.commandLine()));
    waiting.clear();
    weight = 0;
  }

  /** What came of those that are kept so far. */
  DossierImports.Stored stored() {
    return stored;
  }

  @Override
  public void close() {
    ruleset.close();
  }
}
