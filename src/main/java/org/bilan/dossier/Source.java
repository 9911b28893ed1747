package org.bilan.dossier;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who speaks: an origin or an outlet.
 *
 * @param party id of the party that it speaks for or belongs to
 * @param alignedWith ids of the parties whose cause it favours without belonging to them
 * @param owner publisher family or controlling body
 * @param record how it has fared in earlier incidents
 * @param copies with which other sources of the dossier it likely shares what it knows
 * @param confidential whether only those with the right may see who it is; in a dossier its record
 *     and copies are then as if absent, else it changes no score and no order, so that a mark tells
 *     nothing else apart
 */
public record Source(
    String id,
    Optional<String> name,
    SourceKind kind,
    Optional<String> party,
    List<String> alignedWith,
    Optional<String> owner,
    Optional<Boolean> anonymous,
    Optional<Proximity> proximity,
    Optional<Reliability> reliability,
    Optional<TrackRecord> record,
    List<Copying> copies,
    Optional<Boolean> confidential) {

  /** The same source, known to be named. */
  public Source named() {
    return new Source(
        id,
        name,
        kind,
        party,
        alignedWith,
        owner,
        Optional.of(false),
        proximity,
        reliability,
        record,
        copies,
        confidential);
  }

  /** The same source with its lists in another order. */
  Source with(List<String> otherAlignedWith, List<Copying> otherCopies) {
    return with(otherAlignedWith, record, otherCopies);
  }

  /** The same source with what counts of its past, where some sources are confidential. */
  Source withCountedPast(Set<String> hidden) {
    List<Copying> told = copies.stream().filter(c -> !hidden.contains(c.source())).toList();
    return marked()
        ? with(alignedWith, Optional.empty(), List.of())
        : with(alignedWith, record, told);
  }

  private Source with(
      List<String> otherAlignedWith, Optional<TrackRecord> otherRecord, List<Copying> otherCopies) {
    return new Source(
        id,
        name,
        kind,
        party,
        otherAlignedWith,
        owner,
        anonymous,
        proximity,
        reliability,
        otherRecord,
        otherCopies,
        confidential);
  }

  /** The name to show: its name, or its id. */
  public String label() {
    return name.orElse(id);
  }

  /** Whether it is marked as confidential. What is not marked may be told. */
  public boolean marked() {
    return confidential.orElse(false);
  }

  /**
   * Whether it is the voice of its party: an official voice, or an outlet or account that speaks
   * for it. A person who belongs to a party is not its voice, nor is anybody whom it does not let
   * speak in its name: a soldier or a fighter who is not named, an account that nobody stands by.
   */
  public boolean voiceOfParty() {
    return party.isPresent() && !member();
  }

  private boolean member() {
    boolean publisher = kind.outlet() && kind != SourceKind.SOCIAL_ACCOUNT;
    return kind.person() || anonymous.orElse(false) && !publisher;
  }

  /**
   * Whether somebody whose kind always speaks for a party is given without that party, so that its
   * interest cannot be known.
   */
  public boolean partyMissing() {
    return party.isEmpty() && (kind.officialVoice() || kind == SourceKind.SECURITY_OFFICIAL);
  }
}
