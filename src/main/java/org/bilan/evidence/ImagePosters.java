package org.bilan.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Source;

/**
 * Facts about whose pictures they are that add to a proposition: of who posted them first, and what
 * that source has at stake in it. Who posts a picture again is not asked.
 */
public final class ImagePosters {

  private ImagePosters() {}

  /**
   * Whether all the usable pictures that add to the proposition were first posted by sources that
   * gain by it.
   *
   * @param speakers names of those who do
   */
  public record InterestedPosters(
      String claim,
      Proposition proposition,
      boolean only,
      List<String> speakers,
      List<String> facts)
      implements Aspect {}

  /**
   * How many usable pictures that add to the proposition were first posted by a source whose side
   * it harms.
   *
   * @param speakers names of those sources
   */
  public record PostersAgainstInterest(
      String claim, Proposition proposition, int images, List<String> speakers, List<String> facts)
      implements Aspect {}

  /**
   * How many sources posted the picture that most of them posted: it is one picture, whoever posts
   * it.
   */
  public record ManyPosters(String claim, Proposition proposition, int posters, List<String> facts)
      implements Aspect {}

  private enum Whose {
    OF_WHO_GAINS,
    OF_WHO_LOSES,
    OF_OTHERS,
    UNKNOWN
  }

  /** What is missing where no picture can be judged. */
  static void none(FactSink sink, String field) {
    sink.missing(InterestedPosters.class, field);
    sink.missing(PostersAgainstInterest.class, field);
  }

  /**
   * @param adding the usable pictures that add to the proposition: at least one
   */
  static void derive(
      int claim,
      Proposition proposition,
      List<Picture> adding,
      Index index,
      Relations relations,
      FactSink sink) {
    Finder finder = new Finder(claim, proposition, index, relations);
    adding.forEach(finder::ask);
    String id = relations.claim(claim).id();
    if (finder.others == 0 && finder.losing.isEmpty() && !finder.missing.isEmpty()) {
      finder.missing.forEach(field -> sink.missing(InterestedPosters.class, field));
    } else {
      boolean only = finder.others == 0 && finder.losing.isEmpty();
      sink.add(
          new InterestedPosters(
              id, proposition, only, finder.names(finder.gaining), Picture.ids(finder.gaining)));
    }
    if (finder.losing.isEmpty() && !finder.missing.isEmpty()) {
      finder.missing.forEach(field -> sink.missing(PostersAgainstInterest.class, field));
    } else {
      sink.add(
          new PostersAgainstInterest(
              id,
              proposition,
              finder.losing.size(),
              finder.names(finder.losing),
              Picture.ids(finder.losing)));
    }
  }

  /** Derives who posted one picture, of those in which something can be seen. */
  static void together(Claim claim, List<Picture> pictures, Index index, FactSink sink) {
    Picture most = null;
    int posters = 0;
    for (Picture picture : pictures) {
      int others = posters(picture, index);
      most = others > posters ? picture : most;
      posters = Math.max(posters, others);
    }
    if (most == null) {
      sink.missing(ManyPosters.class, pictures.isEmpty() ? "media" : "media.report");
      return;
    }
    List<String> facts = Picture.ids(List.of(most));
    sink.add(new ManyPosters(claim.id(), Proposition.HARM, posters, facts));
  }

  private static int posters(Picture picture, Index index) {
    return (int)
        picture.files().stream()
            .flatMap(file -> file.report().flatMap(index::report).stream())
            .map(index::source)
            .distinct()
            .count();
  }

  private static final class Finder {
    private final int claim;
    private final Proposition proposition;
    private final Index index;
    private final Relations relations;
    private final List<Picture> gaining = new ArrayList<>();
    private final List<Picture> losing = new ArrayList<>();
    private final Set<String> missing = new TreeSet<>();
    private int others;

    Finder(int claim, Proposition proposition, Index index, Relations relations) {
      this.claim = claim;
      this.proposition = proposition;
      this.index = index;
      this.relations = relations;
    }

    void ask(Picture picture) {
      switch (whose(picture.posting())) {
        case OF_WHO_GAINS -> gaining.add(picture);
        case OF_WHO_LOSES -> losing.add(picture);
        case OF_OTHERS -> others++;
        case UNKNOWN -> {}
      }
    }

    private Whose whose(Posting posting) {
      if (!posting.complete()) {
        return unknown("media.report");
      }
      Set<Interest> interests = new LinkedHashSet<>();
      for (int report : posting.first()) {
        Interest interest = relations.interest(report, claim, proposition);
        if (interest == Interest.UNKNOWN) {
          return unknown(
              index.source(report).partyMissing()
                  ? "sources.party"
                  : "incident.parties.adversaries");
        }
        interests.add(interest);
      }
      if (interests.isEmpty()) {
        return unknown("reports.publishedAt");
      }
      if (interests.stream().allMatch(Interest::gains)) {
        return Whose.OF_WHO_GAINS;
      }
      if (interests.stream().anyMatch(Interest::gains)) {
        return unknown("reports.publishedAt");
      }
      return interests.equals(Set.of(Interest.AGAINST)) ? Whose.OF_WHO_LOSES : Whose.OF_OTHERS;
    }

    private Whose unknown(String field) {
      missing.add(field);
      return Whose.UNKNOWN;
    }

    /** Names of the sources that posted these first, each once, in the dossier's order. */
    List<String> names(List<Picture> pictures) {
      return pictures.stream()
          .flatMap(picture -> picture.posting().first().stream())
          .distinct()
          .sorted()
          .map(index::source)
          .map(Source::label)
          .distinct()
          .toList();
    }
  }
}
