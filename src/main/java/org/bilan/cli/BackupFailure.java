package org.bilan.cli;

import io.quarkus.runtime.PreventFurtherStepsException;
import java.io.IOException;
import org.bilan.archive.ArchiveFailure;
import org.bilan.archive.BackupRefused;

/** Tells in a sentence why a backup was not made or not restored. */
final class BackupFailure {

  private BackupFailure() {}

  /** What may fail. */
  interface Work {
    void run() throws IOException, BackupRefused;
  }

  /** Does it, and returns the exit code. */
  static int told(Work work) {
    try {
      work.run();
      return 0;
    } catch (BackupRefused refused) {
      return failed(refused.getMessage());
    } catch (IOException failure) {
      return failed("Stopped: " + FilePaths.cause(failure));
    } catch (ArchiveFailure failure) {
      return failed("Stopped, the archive's database says: " + failure.getMessage());
    } catch (PreventFurtherStepsException refused) {
      return failed(refused.getMessage().replaceFirst("^Bilan cannot start\\. ", ""));
    }
  }

  private static int failed(String why) {
    System.err.println(Terminal.safe(why));
    return 1;
  }
}
