package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bilan.assessment.Admiralty;
import org.bilan.assessment.Assessment;
import org.bilan.assessment.Because;
import org.bilan.assessment.ClaimAssessment;
import org.bilan.assessment.Finding;
import org.bilan.assessment.Grade;
import org.bilan.assessment.Language;
import org.bilan.assessment.Origin;
import org.bilan.assessment.Picture;
import org.bilan.assessment.Toll;
import org.bilan.assessment.Unjudged;
import org.bilan.assessment.Weighing;
import org.bilan.dossier.Claim;
import org.bilan.dossier.Dossier;
import org.bilan.dossier.Media;
import org.bilan.dossier.Proposition;
import org.bilan.dossier.Reliability;
import org.bilan.dossier.Source;
import org.bilan.evidence.ClaimEvidence;
import org.bilan.evidence.ImageFiles;

/** Puts conclusions into words and adds them up. */
final class Judge {

  /**
   * What is worked out of a card once.
   *
   * @param place among all rules by topic and id, as findings are listed
   */
  private record Worded(int place, Map<Language, Sentence> sentences) {}

  private static final BitSet NOBODY = new BitSet();

  private final Settings settings;
  private final Map<RuleCard, Worded> wordings = new IdentityHashMap<>();

  /** The rules in their order, and for each kind of fact the places of those that ask for it. */
  private final List<RuleCard> rules;

  private final Map<Class<?>, BitSet> asking = new IdentityHashMap<>();
  private final Map<String, Integer> caps = new HashMap<>();
  private final Set<Grade> inToll;

  /** With the cards and questions of the rules that are live. */
  Judge(Settings settings, Map<RuleCard, Question> rules) {
    this.settings = settings;
    this.rules = List.copyOf(rules.keySet());
    List<RuleCard> listed =
        this.rules.stream()
            .sorted(Comparator.comparing(RuleCard::topic).thenComparing(RuleCard::id))
            .toList();
    for (int place = 0; place < this.rules.size(); place++) {
      RuleCard card = this.rules.get(place);
      asking.computeIfAbsent(rules.get(card).fact(), f -> new BitSet()).set(place);
      Map<Language, Sentence> wording = new EnumMap<>(Language.class);
      card.sentence().forEach((language, text) -> wording.put(language, Sentence.of(text)));
      wordings.put(card, new Worded(listed.indexOf(card), wording));
    }
    settings.caps().forEach((topic, cap) -> caps.put(topic, cap.value()));
    this.inToll =
        settings.grades().rungs().stream()
            .filter(Ladder.Rung::inToll)
            .map(Ladder.Rung::step)
            .collect(Collectors.toSet());
  }

  /**
   * Judges a dossier.
   *
   * @param conclusions for each claim those on its facts, in no particular order
   */
  Assessment assess(
      Derivation derived, String revision, List<List<Conclusion>> conclusions, Language language) {
    List<ClaimEvidence> evidence = derived.claims();
    Dossier dossier = derived.dossier();
    List<ClaimAssessment> claims = new ArrayList<>(evidence.size());
    List<List<String>> givenWayTo = new ArrayList<>(evidence.size());
    for (int claim = 0; claim < evidence.size(); claim++) {
      claims.add(assess(evidence.get(claim), conclusions.get(claim), language));
      givenWayTo.add(evidence.get(claim).givenWayTo());
    }
    return new Assessment(
        dossier.incident().id(),
        revision,
        derived.asOf(),
        settings.prior().value(),
        List.copyOf(claims),
        Toll.of(dossier.claims(), claims, inToll, givenWayTo),
        dossier.media().stream()
            .filter(Media::bears)
            .flatMap(
                media -> Picture.of(media, ImageFiles.differing(media), dossier.media()).stream())
            .toList());
  }

  private ClaimAssessment assess(
      ClaimEvidence evidence, List<Conclusion> conclusions, Language language) {
    Claim claim = evidence.claim();
    List<Finding> findings = findings(conclusions, language);
    Weighing weighing = Weighing.of(claim, settings.prior().value(), caps, findings);
    int total = weighing.weakest().evidence();
    int origins = evidence.independentOrigins();
    Set<Proposition> asserted = weighing.propositions().keySet();
    return new ClaimAssessment(
        claim.id(),
        weighing.weakest().score(),
        total,
        settings.grades().step(total, origins, asserted, findings),
        new Admiralty(
            reliability(evidence.speakers()),
            settings.credibility().step(total, origins, asserted, findings)),
        weighing.propositions(),
        weighing.caps(),
        findings,
        unjudged(evidence),
        evidence.origins().stream().map(o -> new Origin(o.reports(), o.links())).toList());
  }

  /** In the order of {@link Finding#ORDER}, by numbers: that of the names is known beforehand. */
  private List<Finding> findings(List<Conclusion> conclusions, Language language) {
    long[] order = new long[conclusions.size()];
    for (int i = 0; i < order.length; i++) {
      Conclusion conclusion = conclusions.get(i);
      long place =
          (long) conclusion.fact().proposition().ordinal() * rules.size()
              + wordings.get(conclusion.card()).place();
      order[i] = place << Integer.SIZE | i;
    }
    Arrays.sort(order);
    Finding[] findings = new Finding[order.length];
    for (int i = 0; i < order.length; i++) {
      findings[i] = finding(conclusions.get((int) order[i]), language);
    }
    return List.of(findings);
  }

  private Finding finding(Conclusion conclusion, Language language) {
    RuleCard card = conclusion.card();
    return new Finding(
        card.id(),
        card.topic(),
        conclusion.fact().proposition(),
        card.weight().value(),
        new Because(
            wordings.get(card).sentences().get(language).render(conclusion.values(), language),
            conclusion.values()),
        conclusion.fact().facts());
  }

  private List<Unjudged> unjudged(ClaimEvidence evidence) {
    Unjudged[] byRule = new Unjudged[rules.size()];
    evidence
        .missing()
        .forEach(
            (fact, fields) -> {
              BitSet places = asking.getOrDefault(fact, NOBODY);
              for (int p = places.nextSetBit(0); p >= 0; p = places.nextSetBit(p + 1)) {
                byRule[p] = new Unjudged(rules.get(p).id(), fields);
              }
            });
    List<Unjudged> unjudged = new ArrayList<>();
    for (Unjudged rule : byRule) {
      if (rule != null) {
        unjudged.add(rule);
      }
    }
    return List.copyOf(unjudged);
  }

  /** That of the best source that carries the claim: as editors rated it, or as its kind has it. */
  private Reliability reliability(List<Source> speakers) {
    return speakers.stream()
        .map(
            source ->
                source
                    .reliability()
                    .orElse(settings.reliability().getOrDefault(source.kind(), Reliability.F)))
        .min(Comparator.naturalOrder())
        .orElse(Reliability.F);
  }
}
