package org.bilan.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bilan.assessment.Language;
import org.bilan.assessment.Picture;
import org.bilan.gallery.Account;

/** What is to be told of an assessment's pictures, below its claims. */
final class PictureLines {

  private final AssessmentTable table;
  private final Account account;

  PictureLines(AssessmentTable table, Language language) {
    this.table = table;
    this.account = new Account(language);
  }

  void print(List<Picture> pictures) {
    for (Picture picture : pictures) {
      table.paragraph("", "  ", table.text("picture", Terminal.safe(picture.media())));
      Stream.of(
              account.earlier(picture),
              account.same(picture),
              account.said(picture),
              Optional.of(account.established(picture)),
              account.differ(picture))
          .flatMap(Optional::stream)
          .forEach(sentence -> table.paragraph("  ", "    ", Terminal.safe(sentence)));
    }
  }
}
