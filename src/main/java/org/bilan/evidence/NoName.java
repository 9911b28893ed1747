package org.bilan.evidence;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is written where a name belongs and names nobody, so that it makes no two things one. */
final class NoName {

  private static final Set<String> WORDS =
      Stream.of(
              "",
              "unknown",
              "n/a",
              "none",
              "not known",
              "not available",
              "various",
              "several",
              "multiple",
              "anonymous",
              "unnamed",
              "private",
              "independent",
              "admin",
              "editor",
              "editorial board",
              "newsroom",
              "news desk",
              "staff",
              "staff writer",
              "staff reporter",
              "correspondent",
              "our correspondent",
              "web desk",
              "inconnu",
              "inconnue",
              "non connu",
              "non précisé",
              "non disponible",
              "aucun",
              "aucune",
              "divers",
              "plusieurs",
              "anonyme",
              "privé",
              "indépendant",
              "rédaction",
              "la rédaction",
              "correspondant",
              "notre correspondant",
              "envoyé spécial",
              "غير معروف",
              "مجهول",
              "لا يوجد",
              "مستقل",
              "التحرير",
              "هيئة التحرير",
              "مراسلنا")
          .map(Index::plain)
          .collect(Collectors.toSet());

  private NoName() {}

  /**
   * @param plain a name as {@link Index#plain} compares it
   */
  static boolean is(String plain) {
    return WORDS.contains(plain);
  }
}
