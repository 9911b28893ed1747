package org.bilan.cli;

import java.util.ArrayList;
import java.util.List;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.DossierImports;
import org.bilan.archive.Incoming;
import org.bilan.archive.StoredRuleset;
import org.bilan.archive.Viewer;
import org.bilan.assess.Establishing;
import org.bilan.assessment.Language;
import org.bilan.dossier.Dossier;
import org.bilan.examination.Examiner;
import org.bilan.examination.Limits;
import org.bilan.importer.Outcome;
import org.bilan.ledger.Actor;
import org.bilan.pictures.Memory;
import org.bilan.pictures.Pictures;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.Ruleset;

/**
 * Keeps dossiers in the archive, many at once, each with what the archive knows of its pictures and
 * judged by the ruleset in force. What is not kept when it ends early is kept when the same is
 * imported again.
 */
final class Storing implements Destination<Incoming>, AutoCloseable {

  private static final int MOST = 500;
  private static final long MOST_BYTES = 8L << 20;

  private final DossierImports imports;
  private final Ruleset ruleset;
  private final Examiner examiner;
  private final Establishing establishing;
  private final List<Incoming> waiting = new ArrayList<>();
  private long weight;
  private DossierImports.Stored stored = new DossierImports.Stored(0, 0, 0);

  private Storing(DossierImports imports, Ruleset ruleset, CommandArchive archive) {
    this.imports = imports;
    this.ruleset = ruleset;
    this.examiner = new Examiner(Limits.DEFAULTS);
    this.establishing =
        new Establishing(
            new Pictures(examiner, archive.pictureFiles(), new Memory(archive.appearances())));
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
    Ruleset ruleset = Ruleset.of(archive.rulesets().files(inForce.revision()).orElseThrow());
    return new Storing(archive.imports(), ruleset, archive);
  }

  @Override
  public Incoming make(Outcome.Taken taken) {
    return make(established(taken.dossier(), taken.json()));
  }

  /**
   * A dossier with what the archive knows of its pictures, of confidential files as well: what is
   * told of these stands only where a confidential source published them.
   */
  Establishing.Established established(Dossier dossier, byte[] document) {
    return establishing.of(dossier, document, Viewer.COMMAND_LINE);
  }

  /** It, judged. */
  Incoming make(Establishing.Established whole) {
    return Incoming.of(
        whole.dossier(), whole.document(), ruleset.judge(whole.dossier(), Language.EN));
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
    examiner.close();
    ruleset.close();
  }
}
