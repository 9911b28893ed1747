package org.bilan.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bilan.importer.Format;
import org.bilan.importer.InvalidMapping;
import org.bilan.importer.Mapping;
import org.bilan.importer.Reading;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How archives are to be read, where their content does not tell. */
final class ReadingOptions {

  /** What is read, for the help of commands. */
  static final String FILES =
      "Archives: JSON Lines, one dossier as JSON, UCDP GED or ACLED as CSV, tables with --mapping;"
          + " also packed (gzip, Zstandard). - is standard input";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "Explains the columns of tables, in YAML: see bilan import --help")
  private Path mapping;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = {
        "The encoding of the archives, as windows-1252. Default: as a byte order mark tells, or "
            + "UTF-8; lines of tables that are no UTF-8 are read as windows-1252, with a note"
      })
  private String charset;

  /** All that is read: these archives, and the mapping. */
  List<String> inputs(List<String> archives) {
    if (archives.stream().filter("-"::equals).count() > 1) {
      throw refuse("- is named twice: standard input can be read once only.");
    }
    return Stream.concat(archives.stream(), Stream.ofNullable(mapping).map(Path::toString))
        .toList();
  }

  /** How archives are to be read, whose form their content tells. */
  Reading reading() {
    return reading(Format.AUTO);
  }

  /**
   * How archives of a form are to be read.
   *
   * @throws ParameterException when the mapping cannot be read, or has problems: all are told
   */
  Reading reading(Format format) {
    if (format == Format.MAPPED && mapping == null) {
      throw new ParameterException(
          spec.commandLine(), "--format mapped needs --mapping FILE, which explains the columns.");
    }
    return new Reading(
        format,
        Optional.ofNullable(mapping).map(this::read),
        Optional.ofNullable(charset).map(this::charset));
  }

  private Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw refuse(
          "--charset is '%s', which is no encoding. Name one as UTF-8 or windows-1252."
              .formatted(name));
    }
  }

  private Mapping read(Path file) {
    try {
      return Mapping.read(file.toString(), Files.readString(file));
    } catch (InvalidMapping e) {
      throw refuse(String.join(System.lineSeparator(), e.problems()));
    } catch (IOException e) {
      throw refuse("Cannot read %s as UTF-8: %s".formatted(file, FilePaths.cause(e)));
    }
  }

  private ParameterException refuse(String why) {
    return new ParameterException(spec.commandLine(), why);
  }
}
