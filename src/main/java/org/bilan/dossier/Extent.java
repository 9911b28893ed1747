package org.bilan.dossier;

import java.util.List;
import java.util.function.ToIntFunction;

/** Whether all lists together leave a dossier small enough to be judged soon. */
final class Extent {

  private static final Pointer REPORTS = Pointer.ROOT.at("reports");

  private final Problems problems;

  Extent(Problems problems) {
    this.problems = problems;
  }

  void check(
      Incident incident,
      List<Source> sources,
      List<Claim> claims,
      List<Report> reports,
      List<Media> media) {
    int product = reports.size() * claims.size();
    if (product > Limits.REPORTS_TIMES_CLAIMS) {
      tooLarge(
          REPORTS,
          problems.say("product.found", reports.size(), claims.size(), product),
          problems.say("product.expected", Limits.REPORTS_TIMES_CLAIMS));
    }
    checkNames(
        sum(incident.parties(), party -> party.label().length())
            + sum(sources, source -> source.label().length())
            + sum(reports, report -> report.id().length()),
        claims.size());
    checkSum(reports, report -> report.stances().size(), Limits.STANCES, "sum.stances", REPORTS);
    checkSum(reports, report -> report.cites().size(), Limits.CITATIONS, "sum.citations", REPORTS);
    checkSum(
        sources,
        source -> source.copies().size(),
        Limits.COPIES,
        "sum.copies",
        Pointer.ROOT.at("sources"));
    checkSum(
        media,
        picture -> picture.supports().size(),
        Limits.SUPPORTS,
        "sum.supports",
        Pointer.ROOT.at("media"));
  }

  private void checkNames(int characters, int claims) {
    long product = (long) characters * claims;
    if (product > Limits.NAMES_TIMES_CLAIMS) {
      tooLarge(
          Pointer.ROOT,
          problems.say("names.found", characters, claims, product),
          problems.say("names.expected", Limits.NAMES_TIMES_CLAIMS));
    }
  }

  private <T> void checkSum(
      List<T> entries, ToIntFunction<T> size, int most, String what, Pointer at) {
    int sum = sum(entries, size);
    if (sum > most) {
      tooLarge(
          at,
          problems.say("sum.found", sum, problems.say(what)),
          problems.say("sum.expected", most, problems.say(what)));
    }
  }

  private static <T> int sum(List<T> entries, ToIntFunction<T> size) {
    return entries.stream().mapToInt(size).sum();
  }

  private void tooLarge(Pointer at, String found, String expected) {
    problems.add("dossier.too-large", at, found, expected, problems.say("too-long"));
  }
}
