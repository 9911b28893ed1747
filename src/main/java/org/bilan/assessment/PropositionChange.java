package org.bilan.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bilan.dossier.Proposition;

/**
 * What changed for one proposition of a claim. Where both sides assert it, the difference of the
 * evidence is that of the priors plus that of what each topic counts as.
 *
 * @param before absent when that side does not assert it, or has no such claim
 * @param after absent when that side does not assert it, or has no such claim
 * @param topics those whose findings add up to something else, or count as something else
 */
public record PropositionChange(
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Score> before,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Score> after,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TopicChange> topics) {

  /** One topic's findings on the proposition; a side without any has the sum 0. */
  public record TopicChange(String topic, TopicSum before, TopicSum after) {}

  /**
   * What the findings of a topic come to.
   *
   * @param sum of their weights, in decibans
   * @param counted what they count as: the sum, or the topic's cap
   */
  public record TopicSum(int sum, int counted) {

    private static final TopicSum NOTHING = new TopicSum(0, 0);
  }

  /** Empty when neither side asserts the proposition. */
  static Optional<PropositionChange> between(
      Proposition proposition, Optional<ClaimAssessment> before, Optional<ClaimAssessment> after) {
    Optional<Score> stood = before.map(claim -> claim.propositions().get(proposition));
    Optional<Score> stands = after.map(claim -> claim.propositions().get(proposition));
    if (stood.isEmpty() && stands.isEmpty()) {
      return Optional.empty();
    }
    Map<String, TopicSum> earlier = sums(proposition, before);
    Map<String, TopicSum> later = sums(proposition, after);
    TreeMap<String, TopicSum> all = new TreeMap<>(earlier);
    all.putAll(later);
    List<TopicChange> topics = new ArrayList<>();
    for (String topic : all.keySet()) {
      TopicSum was = earlier.getOrDefault(topic, TopicSum.NOTHING);
      TopicSum is = later.getOrDefault(topic, TopicSum.NOTHING);
      if (!was.equals(is)) {
        topics.add(new TopicChange(topic, was, is));
      }
    }
    return Optional.of(new PropositionChange(stood, stands, List.copyOf(topics)));
  }

  /** Whether the score, or what it is made of, differs. */
  boolean changed() {
    return !before.equals(after) || !topics.isEmpty();
  }

  private static Map<String, TopicSum> sums(
      Proposition proposition, Optional<ClaimAssessment> claim) {
    Map<String, TopicSum> sums = new TreeMap<>();
    if (claim.isPresent()) {
      for (Finding finding : claim.get().findings()) {
        if (finding.proposition() == proposition) {
          sums.merge(
              finding.topic(),
              new TopicSum(finding.weight(), finding.weight()),
              (one, other) -> new TopicSum(one.sum() + other.sum(), one.sum() + other.sum()));
        }
      }
      for (Cap cap : claim.get().caps()) {
        if (cap.proposition() == proposition) {
          sums.put(cap.topic(), new TopicSum(cap.sum(), cap.capped()));
        }
      }
    }
    return sums;
  }
}
