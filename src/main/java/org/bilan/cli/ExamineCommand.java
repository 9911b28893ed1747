package org.bilan.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.PreventFurtherStepsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.bilan.archive.ArchiveFailure;
import org.bilan.archive.CommandArchive;
import org.bilan.archive.StoredPicture;
import org.bilan.archive.Viewer;
import org.bilan.examination.ExaminationJson;
import org.bilan.examination.Examined;
import org.bilan.examination.Examiner;
import org.bilan.examination.Limits;
import org.bilan.examination.RefusedFile;
import org.bilan.ledger.Actor;
import org.bilan.pictures.Memory;
import org.bilan.pictures.PictureJson;
import org.bilan.pictures.Pictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Examines the files of pictures, without a server and, unless they are kept, a database. */
@Command(
    name = "examine",
    description = {
      "Tells what the files of pictures say of themselves, what is odd about them, and how they look.",
      "JPEG, PNG, WebP, GIF, TIFF, HEIC and AVIF, told by their content; of the last two the metadata only."
    },
    footer = {
      "",
      "What stands in a file can be forged, and what it lacks is neutral: platforms strip it.",
      "--keep works with the archive of the service: DATABASE_URL with BILAN_SECRET, or the embedded",
      "one in BILAN_HOME (~/.bilan). A service may run meanwhile.",
      "Exit code: 0 all were examined, 1 some were refused or not kept, 2 wrong use."
    },
    mixinStandardHelpOptions = true)
final class ExamineCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of pictures")
  private List<Path> files;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "table|json",
      description = "json: one object a line, for each file. Default: ${DEFAULT-VALUE}")
  private String format;

  @Option(
      names = "--keep",
      description = "Keep the files in the archive, and tell where the same pictures were seen")
  private boolean keep;

  @Option(
      names = "--confidential",
      description = "With --keep: only who sees confidential sources may know of them")
  private boolean confidential;

  @Mixin private LanguageOption lang;

  /** What was found of a file that is kept. */
  private record Kept(StoredPicture picture, Pictures.About about) {}

  @Override
  public Integer call() {
    return run(() -> CommandArchive.begun(System::getenv));
  }

  /** Does it. The archive is opened where files are kept in it. Returns the exit code. */
  int run(Supplier<CommandArchive> archive) {
    PictureWords words = new PictureWords(lang.language());
    if (!format.equals("table") && !format.equals("json")) {
      throw new ParameterException(
          spec.commandLine(),
          "Invalid value for --format: '%s', expected table or json".formatted(format));
    }
    if (confidential && !keep) {
      throw new ParameterException(
          spec.commandLine(), "--confidential is of files that are kept: add --keep.");
    }
    FilePaths.check(spec, files.stream().map(Path::toString).toList(), null);
    try (Examiner examiner = new Examiner(Limits.DEFAULTS)) {
      Optional<Pictures> pictures =
          keep ? Optional.of(pictures(examiner, archive.get())) : Optional.empty();
      int code = 0;
      for (Path file : files) {
        code = Math.max(code, examine(file, examiner, pictures, words));
      }
      return code;
    } catch (PreventFurtherStepsException e) {
      return ArchiveCommand.failed(e.getMessage());
    } catch (ArchiveFailure e) {
      return ArchiveCommand.failed(words.text("stopped", e.getMessage()));
    }
  }

  private static Pictures pictures(Examiner examiner, CommandArchive archive) {
    return new Pictures(examiner, archive.pictureFiles(), new Memory(archive.appearances()));
  }

  private int examine(
      Path file, Examiner examiner, Optional<Pictures> pictures, PictureWords words) {
    try {
      Examined examined = examiner.examine(file);
      Optional<Kept> kept = pictures.map(archive -> keep(file, examined, archive));
      if (format.equals("json")) {
        print(json(file, examined, kept));
      } else {
        ExaminedTable.print(
            file.toString(), examined, kept.map(known -> known.about().alike()), words, System.out);
      }
      return 0;
    } catch (RefusedFile e) {
      String sentence = e.sentence(lang.language());
      if (format.equals("json")) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", file.toString());
        json.putObject("refused").put("code", e.code()).put("sentence", sentence);
        print(json);
      }
      return ArchiveCommand.failed(file + ": " + sentence);
    } catch (IOException e) {
      return ArchiveCommand.failed(file + ": " + FilePaths.cause(e));
    }
  }

  private Kept keep(Path file, Examined examined, Pictures pictures) {
    String sha256 = pictures.keep(file, examined, confidential, Actor.commandLine()).sha256();
    StoredPicture picture = pictures.find(sha256, Viewer.COMMAND_LINE).orElseThrow();
    return new Kept(picture, pictures.about(picture, Viewer.COMMAND_LINE));
  }

  private static ObjectNode json(Path file, Examined examined, Optional<Kept> kept) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("file", file.toString());
    if (kept.isPresent()) {
      json.setAll(PictureJson.of(kept.get().picture(), kept.get().about().facts()));
      json.set("seen", PictureJson.of(kept.get().about().alike()));
    } else {
      json.put("sha256", examined.examination().sha256());
      examined.looks().ifPresent(looks -> PictureJson.put(json, looks));
      json.set(
          "examination", PictureJson.examination(ExaminationJson.write(examined.examination())));
    }
    return json;
  }

  private static void print(ObjectNode json) {
    byte[] line = PictureJson.write(json);
    System.out.write(line, 0, line.length);
    System.out.write('\n');
  }
}
