package org.bilan.importer;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bilan.dossier.SourceKind;

/**
 * What kind of speaker a few words mean. Guesses only where the words leave no choice: whoever may
 * be of two kinds is of an unknown one.
 */
final class Speakers {

  /** What may follow a name without changing who speaks. */
  private static final String ANY =
      "( (spokes(man|woman|person)|statements?|sources?|officials?|claims?|reports?))?";

  /** What makes an institution's own voice of its name; its sources are no more than people. */
  private static final String VOICE = "( (spokes(man|woman|person)|statements?|commander))?";

  private static final String NONE = "";

  private static final Map<SourceKind, Pattern> KINDS = new LinkedHashMap<>();

  static {
    kind(SourceKind.MILITARY, "military|army|armed forces|air force|navy|isaf|idf|nato", VOICE);
    kind(
        SourceKind.GOVERNMENT,
        "government( of .*)?|(interior|defen[cs]e|foreign|information) ministry|"
            + "ministry of( the)?( national)? (interior|defen[cs]e|foreign affairs|information)|"
            + "mod|moi|president|presidential",
        ANY);
    kind(
        SourceKind.SECURITY_OFFICIAL,
        "police|(security|military|intelligence|army|police) "
            + "(officials?|sources?|officers?|services?)|security (forces|commander)|"
            + "gendarmerie|coast ?guard|border guards?",
        ANY);
    kind(
        SourceKind.LOCAL_OFFICIAL,
        "(local|district|provincial|village|town|municipal|regional) "
            + "(officials?|authorit(y|ies)|governor|council|administration|government)|"
            + "governor|mayor|governor.?s office",
        ANY);
    kind(
        SourceKind.INTERNATIONAL_ORGANISATION,
        "un|u\\.n\\.|united nations|unama|unhcr|ohchr|unicef|monuc|monusco|minusma|minusca|"
            + "african union|icrc",
        ANY);
    kind(
        SourceKind.MONITOR,
        "sohr|vdc|snhr|airwars|satp|acled|kivu security tracker|cimp|[^,]*observatory[^,]*|"
            + "nigeria ?watch|violations documentation cent(er|re)|south asia terrorism portal",
        ANY);
    kind(
        SourceKind.NGO,
        "ngos?|hrw|human rights watch|amnesty( international)?|b'?tselem|insec|msf|"
            + "human rights (group|organi[sz]ation|activists?)|aid (agency|group|workers?)",
        ANY);
    kind(
        SourceKind.MEDICAL,
        "(hospital|medical|health|rescue) (officials?|sources?|staff|workers?|services?)|"
            + "hospitals?|doctors?|medics?|paramedics?",
        NONE);
    kind(SourceKind.SURVIVOR, "survivors?", NONE);
    kind(SourceKind.WITNESS, "(local )?(eye[ -]?)?witness(es)?", NONE);
    kind(SourceKind.RELATIVE, "relatives?|famil(y|ies)( members?)?", NONE);
    kind(
        SourceKind.RESIDENT,
        "(local )?(residents?|inhabitants?|villagers?)|locals|local people",
        NONE);
    kind(
        SourceKind.COMMUNITY,
        "(community|village|tribal|religious) (leaders?|elders?)|elders?",
        NONE);
    kind(
        SourceKind.ARMED_GROUP,
        "rebels?|insurgents?|militants?|guerrillas?|separatists?|"
            + "(rebel|insurgent|militant) (groups?|leaders?)",
        ANY);
  }

  private static final Pattern ACRONYM = Pattern.compile("[A-Z][A-Z-]{1,9}");

  private static final Set<SourceKind> RECORDING =
      EnumSet.of(SourceKind.MONITOR, SourceKind.NGO, SourceKind.INTERNATIONAL_ORGANISATION);

  private static final Pattern WIRES =
      Pattern.compile(
          "(agence france[ -]presse|afp|associated press( newswires)?|ap|reuters( news)?|"
              + "efe|dpa|deutsche presse-agentur|united press international|upi)");

  private static final Pattern STATE_MEDIA =
      Pattern.compile(
          "(xinhua( news agency)?|sana|tass|itar-tass|irna|anadolu( agency)?|kcna|"
              + "press tv|rt|sputnik)");

  private Speakers() {}

  private static void kind(SourceKind kind, String words, String after) {
    KINDS.put(kind, Pattern.compile("(the )?(" + words + ")" + after));
  }

  /**
   * The speakers that a cell names: between semicolons and line ends, or between commas where all
   * are acronyms or known to record harm. Other commas may stand within one ("the governor, Mr X").
   */
  static List<String> of(String cell) {
    List<String> apart = apart(cell, "[,;\\n\\r]+");
    return apart.stream().allMatch(Speakers::records) ? apart : apart(cell, "[;\\n\\r]+");
  }

  private static List<String> apart(String cell, String separator) {
    return Stream.of(cell.split(separator))
        .map(String::strip)
        .filter(name -> name.codePoints().anyMatch(Character::isLetterOrDigit))
        .distinct()
        .toList();
  }

  private static boolean records(String name) {
    return ACRONYM.matcher(name).matches() || RECORDING.contains(origin(name));
  }

  /** The kind of who knows of it. */
  static SourceKind origin(String name) {
    String plain = plain(name);
    List<SourceKind> kinds =
        KINDS.entrySet().stream()
            .filter(entry -> entry.getValue().matcher(plain).matches())
            .map(Map.Entry::getKey)
            .toList();
    return kinds.isEmpty() ? outlet(name) : kinds.size() == 1 ? kinds.get(0) : SourceKind.UNKNOWN;
  }

  /** The kind of who printed it. */
  static SourceKind outlet(String name) {
    String plain = plain(name);
    return WIRES.matcher(plain).matches()
        ? SourceKind.WIRE_AGENCY
        : STATE_MEDIA.matcher(plain).matches() ? SourceKind.STATE_MEDIA : SourceKind.UNKNOWN;
  }

  /** Whether these words name this party, and at most that it speaks: not whether they allude. */
  static boolean speaksFor(String name, String party) {
    Optional<String> bare =
        Optional.of(plain(party).replaceAll("[^\\p{L}\\p{Nd} ]+", " ").strip())
            .filter(p -> !p.isEmpty());
    String plain = plain(name).replaceAll("[^\\p{L}\\p{Nd} ]+", " ").replaceAll(" +", " ").strip();
    return bare.filter(p -> plain.matches("(the )?" + Pattern.quote(p) + ANY)).isPresent();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
