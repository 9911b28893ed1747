package org.bilan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bilan.archive.ArchivedClaims;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.DossierFilter;
import org.bilan.archive.StoredDossier;
import org.bilan.assess.Assessor;
import org.bilan.assess.Establishing;
import org.bilan.ruleset.InvalidRuleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks again at the pictures of kept dossiers. */
@Command(
    name = "reexamine",
    description = {
      "Looks again at the pictures of all kept dossiers. Where Bilan knows more of one by now, as after",
      "an import of known pictures, a new version of the dossier is kept, and judged. Each is told."
    })
final class ReexamineCommand extends ArchiveCommand {

  /** What a dossier must name for anything to be found: else it need not be read. */
  private static final byte[][] NAMES = {
    "\"sha256\"".getBytes(StandardCharsets.US_ASCII),
    "\"fingerprint\"".getBytes(StandardCharsets.US_ASCII),
    "\"examined\"".getBytes(StandardCharsets.US_ASCII)
  };

  @Option(names = "--dry-run", description = "Tell which dossiers would change, and change nothing")
  private boolean dry;

  @Mixin private LanguageOption lang;

  private final ProgressLine progress = new ProgressLine();
  private long looked;
  private long changed;

  @Override
  void check() {
    lang.language();
  }

  @Override
  int run(CommandArchive archive) {
    PictureWords words = new PictureWords(lang.language());
    try (Storing storing = Storing.begin(archive)) {
      archive
          .snapshots()
          .read(snapshot -> snapshot.each(DossierFilter.ALL, claims -> look(claims, storing)));
      storing.end();
      progress.end();
      long done = dry ? changed : storing.stored().replaced();
      String key = dry ? "reexamine.dry" : "reexamine.done";
      System.out.println(words.counted(key, looked, done));
      if (done < changed) {
        System.out.println(words.text("reexamine.meanwhile", words.number(changed - done)));
      }
      return 0;
    } catch (InvalidRuleset e) {
      return failed("This version of Bilan refuses the ruleset in force: " + e.getMessage());
    } catch (IOException e) {
      return failed(words.text("stopped", FilePaths.cause(e)));
    } finally {
      progress.end();
    }
  }

  private void look(ArchivedClaims claims, Storing storing) {
    StoredDossier kept = claims.dossier();
    progress.judged(++looked);
    if (Arrays.stream(NAMES).noneMatch(name -> holds(kept.document(), name))) {
      return;
    }
    Establishing.Established whole = storing.established(Assessor.read(kept), kept.document());
    if (Arrays.equals(whole.document(), kept.document())) {
      return;
    }
    changed++;
    progress.end();
    System.out.println(Terminal.safe(kept.incident()));
    if (!dry) {
      storing.put(storing.make(whole).replacing(kept.version()));
    }
  }

  private static boolean holds(byte[] document, byte[] name) {
    int last = document.length - name.length;
    for (int at = 0; at <= last; at++) {
      if (document[at] == name[0]
          && Arrays.equals(document, at, at + name.length, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }
}
