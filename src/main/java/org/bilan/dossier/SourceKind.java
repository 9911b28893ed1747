package org.bilan.dossier;

/** What kind of speaker a source is. */
public enum SourceKind implements Word {
  MILITARY,
  GOVERNMENT,
  STATE_MEDIA,
  ARMED_GROUP,
  SECURITY_OFFICIAL,
  LOCAL_OFFICIAL,
  INTERNATIONAL_ORGANISATION,
  MONITOR,
  NGO,
  MEDICAL,
  SURVIVOR,
  WITNESS,
  RELATIVE,
  RESIDENT,
  COMMUNITY,
  INDEPENDENT_MEDIA,
  WIRE_AGENCY,
  SOCIAL_ACCOUNT,
  UNKNOWN;

  /**
   * Whether such a source is by its nature the voice of a party to the conflict: an army, a
   * government, an armed group, or the media that a state commands. All are treated alike, a state
   * like an armed group.
   */
  public boolean officialVoice() {
    return switch (this) {
      case MILITARY, GOVERNMENT, STATE_MEDIA, ARMED_GROUP -> true;
      default -> false;
    };
  }

  /**
   * Whether such a source is a person or a circle of persons who speak for themselves, also when
   * they belong to a party: an official who talks without being the party's voice, a survivor.
   */
  public boolean person() {
    return switch (this) {
      case SECURITY_OFFICIAL,
          LOCAL_OFFICIAL,
          MEDICAL,
          SURVIVOR,
          WITNESS,
          RELATIVE,
          RESIDENT,
          COMMUNITY ->
          true;
      default -> false;
    };
  }

  /** Whether such a source passes on what others know: press and accounts. */
  public boolean outlet() {
    return switch (this) {
      case STATE_MEDIA, INDEPENDENT_MEDIA, WIRE_AGENCY, SOCIAL_ACCOUNT -> true;
      default -> false;
    };
  }

  /** Whether such a source lives where it happened. */
  public boolean local() {
    return switch (this) {
      case LOCAL_OFFICIAL, MEDICAL, SURVIVOR, WITNESS, RELATIVE, RESIDENT, COMMUNITY -> true;
      default -> false;
    };
  }
}
