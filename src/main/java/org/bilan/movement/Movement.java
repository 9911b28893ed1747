package org.bilan.movement;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bilan.assessment.ClaimChange.Standing;
import org.bilan.assessment.Grade;

/**
 * Counts how claims stand beside how they stood. Holds no more than what is told in the end,
 * however many dossiers there are. Parts of an archive may be counted apart, kept as JSON, and
 * joined in any order: what is told is the same. For one thread.
 */
@JsonAutoDetect(
    fieldVisibility = Visibility.ANY,
    getterVisibility = Visibility.NONE,
    isGetterVisibility = Visibility.NONE)
public final class Movement {

  /** Movers that are told. */
  public static final int MOST_MOVERS = 50;

  /** Also reads what an earlier version has kept: what it did not count is nothing. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private long dossiers;
  private long first;
  private long failed;
  private Map<String, Long> revisions = new TreeMap<>();
  private long claims;
  private long came;
  private long went;
  private long changed;
  private Map<Grade, Map<Grade, Long>> grades = new EnumMap<>(Grade.class);
  private Map<Grade, Long> gradesCame = new EnumMap<>(Grade.class);
  private Histograms histograms = new Histograms();

  /** For each rule on how many claims it fires: before, after, and of those that came. */
  private Map<String, long[]> rules = new TreeMap<>();

  private TollTables tolls = new TollTables();

  /** The least of those that are kept comes first. */
  @JsonIgnore
  private final PriorityQueue<Mover> farthest = new PriorityQueue<>(Mover.FARTHEST.reversed());

  /**
   * Counts a dossier that was judged.
   *
   * @param state names the state in which it was judged, where it is kept; else empty
   * @param before how it stood, if it was judged before
   */
  public void add(Where where, String state, Optional<Stood> before, Stood after) {
    dossiers++;
    tolls.add(where, state, before, after);
    Map<String, Stood.Claim> earlier = new HashMap<>();
    before.ifPresentOrElse(
        stood -> {
          revisions.merge(stood.revision(), 1L, Long::sum);
          stood.claims().forEach(claim -> earlier.put(claim.claim(), claim));
        },
        () -> first++);
    for (Stood.Claim claim : after.claims()) {
      claims++;
      Stood.Claim same = earlier.remove(claim.claim());
      if (same == null) {
        come(claim);
      } else {
        compare(where.incident(), state, same, claim);
      }
    }
    went += earlier.size();
  }

  /** Some dossiers could not be judged: nothing of them is counted, but that they are there. */
  public void fail(long more) {
    failed += more;
  }

  private void come(Stood.Claim claim) {
    came++;
    gradesCame.merge(claim.standing().grade(), 1L, Long::sum);
    histograms.come(claim.standing().score());
    fire(claim, 2);
  }

  private void compare(String incident, String state, Stood.Claim before, Stood.Claim after) {
    Standing stood = before.standing();
    Standing stands = after.standing();
    grades
        .computeIfAbsent(stood.grade(), grade -> new EnumMap<>(Grade.class))
        .merge(stands.grade(), 1L, Long::sum);
    histograms.compare(stood.score(), stands.score());
    fire(before, 0);
    fire(after, 1);
    boolean moved =
        stood.score() != stands.score()
            || stood.evidence() != stands.evidence()
            || stood.grade() != stands.grade();
    if (!moved) {
      return;
    }
    changed++;
    // Most are no match for those that are kept: what was found of them is not compared.
    boolean near =
        farthest.size() == MOST_MOVERS
            && Mover.distance(stood, stands)
                < Mover.distance(farthest.peek().before(), farthest.peek().after());
    if (!near) {
      keep(
          new Mover(
              incident,
              state,
              after.claim(),
              stood,
              stands,
              FindingMoved.between(before.findings(), after.findings())));
    }
  }

  private void keep(Mover mover) {
    farthest.add(mover);
    if (farthest.size() > MOST_MOVERS) {
      farthest.poll();
    }
  }

  private void fire(Stood.Claim claim, int side) {
    Set<String> fired = new HashSet<>();
    for (Stood.Finding finding : claim.findings()) {
      if (fired.add(finding.rule())) {
        rules.computeIfAbsent(finding.rule(), rule -> new long[3])[side]++;
      }
    }
  }

  /** Adds what was counted of other dossiers. */
  public void merge(Movement others) {
    dossiers += others.dossiers;
    first += others.first;
    failed += others.failed;
    others.revisions.forEach((revision, more) -> revisions.merge(revision, more, Long::sum));
    claims += others.claims;
    came += others.came;
    went += others.went;
    changed += others.changed;
    others.grades.forEach(
        (before, row) ->
            row.forEach(
                (after, more) ->
                    grades
                        .computeIfAbsent(before, grade -> new EnumMap<>(Grade.class))
                        .merge(after, more, Long::sum)));
    others.gradesCame.forEach((grade, more) -> gradesCame.merge(grade, more, Long::sum));
    histograms.merge(others.histograms);
    others.rules.forEach(
        (rule, more) ->
            Histograms.add(rules.computeIfAbsent(rule, r -> new long[more.length]), more));
    tolls.merge(others.tolls);
    others.farthest.forEach(this::keep);
  }

  /** As JSON, to be kept and {@link #read}. */
  public byte[] write() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What moved cannot be written", e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is nothing of the kind
   */
  public static Movement read(byte[] json) {
    try {
      return JSON.readValue(json, Movement.class);
    } catch (IOException e) {
      throw new IllegalArgumentException("Not what moved", e);
    }
  }

  @JsonProperty("movers")
  private List<Kept> kept() {
    return movers().stream().map(mover -> new Kept(mover.state(), mover)).toList();
  }

  @JsonProperty("movers")
  private void kept(List<Kept> movers) {
    movers.forEach(kept -> farthest.add(kept.mover().in(kept.state())));
  }

  private List<Mover> movers() {
    return farthest.stream().sorted(Mover.FARTHEST).toList();
  }

  /** The state of a dossier is kept, and not told. */
  private record Kept(String state, Mover mover) {}

  /**
   * What moved.
   *
   * @param live ids of the rules that are live in the ruleset that judges now
   */
  public Moved moved(Collection<String> live) {
    Set<String> known = new TreeSet<>(rules.keySet());
    known.addAll(live);
    List<Moved.RuleUse> uses =
        known.stream().map(rule -> use(rule, rules.getOrDefault(rule, new long[3]))).toList();
    Map<Grade, Map<Grade, Long>> matrix = new EnumMap<>(Grade.class);
    grades.forEach(
        (before, row) -> {
          matrix.put(before, new EnumMap<>(Grade.class));
          matrix.get(before).putAll(row);
        });
    return new Moved(
        dossiers,
        first,
        failed,
        new TreeMap<>(revisions),
        claims,
        claims - came,
        came,
        went,
        changed,
        matrix,
        came(),
        histograms.scores(),
        histograms.changes(),
        movers(),
        uses,
        fireOn(0, uses, live),
        claims == 0 ? List.of() : fireOn(claims, uses, live),
        tolls.all(),
        tolls.countries(),
        tolls.conflicts(),
        tolls.months());
  }

  private Map<Grade, Long> came() {
    Map<Grade, Long> told = new EnumMap<>(Grade.class);
    told.putAll(gradesCame);
    return told;
  }

  private static Moved.RuleUse use(String rule, long[] fired) {
    return new Moved.RuleUse(rule, fired[0], fired[1], fired[2]);
  }

  private static List<String> fireOn(
      long claims, List<Moved.RuleUse> uses, Collection<String> live) {
    return uses.stream()
        .filter(use -> use.after() + use.came() == claims)
        .map(Moved.RuleUse::rule)
        .filter(live::contains)
        .toList();
  }
}
