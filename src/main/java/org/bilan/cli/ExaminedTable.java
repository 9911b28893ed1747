package org.bilan.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bilan.archive.Appearance;
import org.bilan.dossier.Word;
import org.bilan.examination.Examination;
import org.bilan.examination.Examined;
import org.bilan.examination.Metadata;
import org.bilan.examination.Stamp;
import org.bilan.likeness.Looks;
import org.bilan.pictures.Match;
import org.bilan.pictures.PictureJson;

/** What was established of a file, for people. */
final class ExaminedTable {

  private static final String INDENT = "  ";

  private final PictureWords words;
  private final Columns columns = new Columns("ll");

  private ExaminedTable(PictureWords words) {
    this.words = words;
  }

  /**
   * Prints it.
   *
   * @param seen appearances of what looks alike, where the file is kept
   */
  static void print(
      String file,
      Examined examined,
      Optional<List<Match>> seen,
      PictureWords words,
      PrintStream out) {
    out.println(Terminal.safe(file));
    ExaminedTable table = new ExaminedTable(words);
    table.add(examined);
    seen.ifPresent(table::add);
    table.columns.print(out, INDENT);
  }

  private void add(Examined examined) {
    Examination found = examined.examination();
    row("sha256", found.sha256());
    row(
        "format",
        words.text(
            "format",
            found.format().word(),
            found.width(),
            found.height(),
            words.number(found.bytes())));
    if (found.frames() > 1) {
      row("frames", words.number(found.frames()));
    }
    add(found.metadata());
    row("credentials", words.word("credentials", found.credentials().word()));
    row("contradictions", words("contradiction", found.metadata().contradictions().stream()));
    row("marks", words("mark", found.marks().stream().sorted()));
    examined.looks().ifPresent(this::add);
  }

  private void add(Metadata metadata) {
    metadata.capturedAt().ifPresent(stamp -> row("captured", stamped(stamp)));
    metadata.gpsAt().ifPresent(stamp -> row("gps", stamped(stamp)));
    metadata
        .position()
        .ifPresent(position -> row("position", position.lat() + ", " + position.lon()));
    metadata.device().ifPresent(device -> row("device", device));
    row("editors", String.join(", ", metadata.editors()));
    metadata.editedAt().ifPresent(stamp -> row("edited", stamped(stamp)));
    metadata.author().ifPresent(author -> row("author", author));
    metadata.copyright().ifPresent(copyright -> row("copyright", copyright));
    metadata.caption().ifPresent(caption -> row("caption", caption));
  }

  private static String stamped(Stamp stamp) {
    return stamp.stated() + " (" + stamp.field().word() + ")";
  }

  private void add(Looks looks) {
    row("fingerprint", looks.fingerprint().hex());
    row("perceptual", looks.perceptualHash());
    if (!looks.recognisable()) {
      row("recognisable", words.text("flat"));
    }
  }

  private void add(List<Match> seen) {
    if (seen.isEmpty()) {
      row("seen", words.text("never"));
    }
    seen.forEach(match -> row("seen", told(match)));
  }

  private String told(Match match) {
    Appearance appearance = match.appearance();
    String where =
        Stream.of(
                appearance.place(),
                appearance.incident(),
                appearance.url(),
                appearance.note(),
                appearance.sha256())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return words.text(
        "match",
        appearance.at().text(),
        words.word("ground", appearance.ground().word()),
        where.isEmpty() ? "" : ", " + where,
        words.word("likeness", PictureJson.word(match.likeness())),
        match.bits());
  }

  private String words(String kind, Stream<? extends Word> some) {
    return some.map(one -> words.word(kind, one.word())).collect(Collectors.joining("; "));
  }

  private void row(String name, String value) {
    if (!value.isEmpty()) {
      columns.row(words.text("row." + name), Terminal.safe(value));
    }
  }
}
