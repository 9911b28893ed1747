package org.bilan.ruleset;

import static org.bilan.ruleset.RulesFolder.CARD;
import static org.bilan.ruleset.RulesFolder.CASES;
import static org.bilan.ruleset.RulesFolder.OTHER_CARD;
import static org.bilan.ruleset.RulesFolder.OTHER_CASES;
import static org.bilan.ruleset.RulesFolder.OTHER_QUESTION;
import static org.bilan.ruleset.RulesFolder.QUESTION;
import static org.bilan.ruleset.RulesFolder.SETTINGS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to break the folder of {@link RulesFolder}, and what must be said of it.
 *
 * @param line exact, from 1; 0 for the whole file
 * @param also codes of what else is wrong then
 */
record Refusal(
    String what,
    String code,
    String file,
    int line,
    String advice,
    Consumer<RulesFolder> fault,
    String... also) {

  @Override
  public String toString() {
    return code + ": " + what;
  }

  /** At least one for every code of the loader. */
  static Stream<Refusal> all() {
    return Stream.of(files(), yaml(), settings(), cards(), questions(), names(), cases())
        .flatMap(List::stream);
  }

  private static List<Refusal> files() {
    return List.of(
        new Refusal(
            "a folder without rules",
            "folder.empty",
            ".",
            0,
            "",
            f -> {
              Stream.of(CARD, QUESTION, CASES, OTHER_CARD, OTHER_QUESTION, OTHER_CASES)
                  .forEach(f::delete);
              f.replace(SETTINGS, "[independence.second-origin]", "[]");
              f.replace(SETTINGS, "[toll.open-figure]", "[]");
            },
            "ladder.last"),
        new Refusal(
            "too many files",
            "folder.too-large",
            ".",
            0,
            "",
            f -> {
              for (int i = 0; i < 2_001; i++) {
                f.write("toll/n" + i + ".drl", "");
              }
            }),
        new Refusal(
            "a link",
            "file.not-regular",
            "toll/other.yaml",
            0,
            "",
            f -> link(f.root().resolve("toll/other.yaml"), f.root().resolve(CARD))),
        new Refusal(
            "a large file",
            "file.too-large",
            CARD,
            0,
            "",
            f -> f.write(CARD, "#".repeat(1024 * 1024 + 1))),
        new Refusal(
            "a file in Latin-1",
            "file.encoding",
            CARD,
            0,
            "Save it as UTF-8.",
            f -> f.write(CARD, new byte[] {'t', (byte) 0xe9, ':', ' ', 'x'})),
        new Refusal(
            "a file that is none of ours",
            "file.unexpected",
            "toll/open-figure.yml",
            0,
            "A rule is topic/name.yaml, topic/name.drl and topic/name.cases.yaml, in small"
                + " letters, digits and hyphens.",
            f -> f.write("toll/open-figure.yml", "")),
        new Refusal(
            "a rule in a folder too deep",
            "file.unexpected",
            "a/b/c/d/e/f/g/h/i.drl",
            0,
            "A rule is topic/name.yaml, topic/name.drl and topic/name.cases.yaml, in small"
                + " letters, digits and hyphens.",
            f -> f.write("a/b/c/d/e/f/g/h/i.drl", "")),
        new Refusal(
            "no settings", "settings.missing", SETTINGS, 0, "Add it.", f -> f.delete(SETTINGS)),
        new Refusal("no card", "rule.no-card", CARD, 0, "Add this file.", f -> f.delete(CARD)),
        new Refusal(
            "no question",
            "rule.no-question",
            QUESTION,
            0,
            "Add this file.",
            f -> f.delete(QUESTION)),
        new Refusal("no cases", "rule.no-cases", CASES, 0, "Add this file.", f -> f.delete(CASES)));
  }

  private static List<Refusal> yaml() {
    return List.of(
        new Refusal("an empty card", "yaml.empty", CARD, 0, "", f -> f.write(CARD, "# later\n")),
        new Refusal(
            "a bracket without its partner",
            "yaml.syntax",
            CARD,
            4,
            "",
            f -> f.replace(CARD, "limits: [0, 10]}", "limits: [0, 10}")),
        new Refusal(
            "a character that YAML does not know",
            "yaml.syntax",
            CARD,
            0,
            "",
            f -> f.replace(CARD, "A manual", "A \u0007 manual"),
            "yaml.hidden"),
        new Refusal(
            "a character that turns a line around, in a comment",
            "yaml.hidden",
            CARD,
            3,
            "Take it out.",
            f -> f.replace(CARD, "status: live", "status: live # \u202eevil")),
        new Refusal(
            "a character that moves the cursor, written as an escape",
            "yaml.hidden",
            CARD,
            12,
            "Take it out.",
            f -> f.replace(CARD, "A manual", "\"A\\e[2J manual\"")),
        new Refusal(
            "a text without end",
            "yaml.long",
            CARD,
            12,
            "Say it in fewer words.",
            f -> f.replace(CARD, "A manual", "manual".repeat(2_000))),
        new Refusal(
            "two documents in one file",
            "yaml.syntax",
            CARD,
            13,
            "",
            f -> f.write(CARD, f.read(CARD) + "---\ntitle: x\n")),
        new Refusal("a list for a card", "yaml.type", CARD, 1, "", f -> f.write(CARD, "- title\n")),
        new Refusal(
            "a text for a mapping",
            "yaml.type",
            CARD,
            1,
            "",
            f -> f.replace(CARD, "{en: A second origin, fr: Une deuxième origine}", "Origin")),
        new Refusal(
            "an anchor on a text",
            "yaml.anchor",
            CARD,
            12,
            "Write it out.",
            f -> f.replace(CARD, "A manual", "&m A manual")),
        new Refusal(
            "an anchor on a mapping",
            "yaml.anchor",
            CASES,
            7,
            "Write it out.",
            f -> f.replace(CASES, "[{id: a, kind: resident}, ", "[&a {id: a, kind: resident}, ")),
        new Refusal(
            "a tag",
            "yaml.tag",
            CARD,
            7,
            "Write it out.",
            f -> f.replace(CARD, "value: 2", "value: !!int \"2\"")),
        new Refusal(
            "deep nesting",
            "yaml.depth",
            CARD,
            12,
            "No file of a ruleset needs so many.",
            f -> f.replace(CARD, "A manual", "[".repeat(30) + "]".repeat(30))),
        new Refusal(
            "a key given twice",
            "key.twice",
            CARD,
            4,
            "Keep one.",
            f -> f.replace(CARD, "status: live\n", "status: live\nstatus: draft\n")),
        new Refusal(
            "a key given twice in a dossier",
            "key.twice",
            CASES,
            8,
            "Keep one.",
            f ->
                f.write(
                    CASES,
                    f.read(CASES)
                        .replaceFirst(
                            Pattern.quote("{id: c, harm: killed}"),
                            "{id: c, harm: killed, harm: injured}"))));
  }

  private static List<Refusal> settings() {
    return List.of(
        new Refusal(
            "a topic without cap",
            "key.missing",
            SETTINGS,
            4,
            "Add it.",
            f -> f.write(SETTINGS, f.read(SETTINGS).replaceFirst("  toll: .*\n", ""))),
        new Refusal(
            "a cap of a topic without rules",
            "key.unknown",
            SETTINGS,
            5,
            "Did you mean \"toll\"?",
            f -> f.replace(SETTINGS, "  toll: {", "  tolls: {"),
            "key.missing"),
        new Refusal(
            "a cap below zero",
            "cap.negative",
            SETTINGS,
            5,
            "",
            f ->
                f.replace(
                    SETTINGS,
                    "{en: Most., fr: Plafond.}, limits: [0",
                    "{en: M, fr: P}, limits: [-1")),
        new Refusal(
            "a prior outside its limits",
            "number.outside-limits",
            SETTINGS,
            2,
            "Choose a value inside, or have the limits reviewed.",
            f -> f.replace(SETTINGS, "value: -4", "value: 1")),
        new Refusal(
            "a grade that there is not",
            "value.not-allowed",
            SETTINGS,
            7,
            "Did you mean \"fair\"?",
            f -> f.replace(SETTINGS, "grade: fair", "grade: fairr")),
        new Refusal(
            "a credibility beyond the code's six",
            "value.range",
            SETTINGS,
            20,
            "",
            f -> f.replace(SETTINGS, "credibility: 6", "credibility: 7")),
        new Refusal(
            "a last rung with a condition",
            "ladder.last",
            SETTINGS,
            7,
            "It takes what no other rung took.",
            f ->
                f.replace(
                    SETTINGS,
                    "fr: Le reste.}\n",
                    "fr: Le reste.}\n    when: {no-finding: [toll.open-figure]}\n")),
        new Refusal(
            "a rung in the middle without condition",
            "ladder.last",
            SETTINGS,
            16,
            "It takes what no other rung took.",
            f -> f.replace(SETTINGS, "no-finding: [toll.open-figure]", "no-finding: []")),
        new Refusal(
            "a ladder that names a rule that there is not",
            "ladder.rule",
            SETTINGS,
            12,
            "Did you mean \"independence.second-origin\"?",
            f -> f.replace(SETTINGS, "second-origin]", "second-origins]")),
        new Refusal(
            "a rung that asks of one proposition only that a finding is not there",
            "ladder.on-one",
            SETTINGS,
            19,
            "Give it any-finding.",
            f ->
                f.replace(
                    SETTINGS,
                    "no-finding: [toll.open-figure]",
                    "on-one-proposition: {no-finding: [toll.open-figure]}")),
        new Refusal(
            "a rung that waits for a draft",
            "ladder.not-live",
            SETTINGS,
            12,
            "Take it out of any-finding, or make the rule live.",
            f -> f.replace(CARD, "status: live", "status: draft")),
        new Refusal(
            "a rung that waits for a retired rule, on a line of its own",
            "ladder.not-live",
            SETTINGS,
            14,
            "Take it out of any-finding, or make the rule live.",
            f ->
                f.replace(OTHER_CARD, "status: live", "status: retired")
                    .replace(
                        SETTINGS,
                        "[independence.second-origin]",
                        "\n        - independence.second-origin\n        - toll.open-figure")),
        new Refusal(
            "a condition that there is not",
            "key.unknown",
            SETTINGS,
            11,
            "Did you mean \"evidence-at-least\"?",
            f -> f.replace(SETTINGS, "evidence-at-least", "evidence-atleats")),
        new Refusal(
            "a kind of source that there is not",
            "key.unknown",
            SETTINGS,
            22,
            "Did you mean \"resident\"?",
            f -> f.replace(SETTINGS, "resident: C", "residents: C")),
        new Refusal(
            "a flag that is neither true nor false",
            "value.type",
            SETTINGS,
            9,
            "",
            f -> f.replace(SETTINGS, "in-toll: true", "in-toll: yes")),
        new Refusal(
            "a ladder that is no list",
            "value.type",
            SETTINGS,
            22,
            "",
            f ->
                f.replace(SETTINGS, "reliability: {resident: C", "x: {resident: C")
                    .replace(
                        SETTINGS,
                        "x: {resident: C, military: D}",
                        "reliability: {resident: [C]}")));
  }

  private static List<Refusal> cards() {
    return List.of(
        new Refusal(
            "a misspelt key",
            "key.unknown",
            CARD,
            12,
            "Did you mean \"reference\"?",
            f -> f.replace(CARD, "reference:", "refrence:"),
            "key.missing"),
        new Refusal(
            "a key that resembles none",
            "key.unknown",
            CARD,
            13,
            "Known: numbers, reference, sentence, status, title, weight, why.",
            f -> f.write(CARD, f.read(CARD) + "salience: 10\n")),
        new Refusal(
            "no reference",
            "key.missing",
            CARD,
            1,
            "Add it.",
            f -> f.replace(CARD, "reference: A manual\n", "")),
        new Refusal(
            "no French title",
            "key.missing",
            CARD,
            1,
            "Add it.",
            f -> f.replace(CARD, ", fr: Une deuxième origine", "")),
        new Refusal(
            "an empty reason",
            "value.type",
            CARD,
            2,
            "",
            f -> f.replace(CARD, "Two know more than one.", "\"  \"")),
        new Refusal(
            "a status that there is not",
            "value.not-allowed",
            CARD,
            3,
            "Did you mean \"live\"?",
            f -> f.replace(CARD, "status: live", "status: Life")),
        new Refusal(
            "a weight that is no whole number",
            "value.type",
            CARD,
            4,
            "",
            f -> f.replace(CARD, "{value: 5,", "{value: 5.5,")),
        new Refusal(
            "a weight in a text",
            "value.type",
            CARD,
            4,
            "",
            f -> f.replace(CARD, "{value: 5,", "{value: \"5\",")),
        new Refusal(
            "a weight too large for a number",
            "value.range",
            CARD,
            4,
            "",
            f -> f.replace(CARD, "{value: 5,", "{value: 5000000000,")),
        new Refusal(
            "a weight that is none of this world",
            "value.range",
            CARD,
            4,
            "That is ten thousand million to one: no report is so sure.",
            f -> f.replace(CARD, "limits: [0, 10]", "limits: [0, 101]")),
        new Refusal(
            "a weight outside its limits",
            "number.outside-limits",
            CARD,
            4,
            "Choose a value inside, or have the limits reviewed.",
            f -> f.replace(CARD, "{value: 5,", "{value: 11,")),
        new Refusal(
            "a number outside its limits",
            "number.outside-limits",
            CARD,
            7,
            "Choose a value inside, or have the limits reviewed.",
            f -> f.replace(CARD, "value: 2", "value: 1")),
        new Refusal(
            "limits the wrong way round",
            "value.type",
            CARD,
            10,
            "",
            f -> f.replace(CARD, "limits: [2, 4]", "limits: [4, 2]")),
        new Refusal(
            "three limits",
            "value.type",
            CARD,
            10,
            "",
            f -> f.replace(CARD, "limits: [2, 4]", "limits: [2, 4, 6]")),
        new Refusal(
            "one limit",
            "value.type",
            CARD,
            10,
            "",
            f -> f.replace(CARD, "limits: [2, 4]", "limits: [2]")),
        new Refusal(
            "limits that are no list",
            "value.type",
            CARD,
            10,
            "",
            f -> f.replace(CARD, "limits: [2, 4]", "limits: 2")),
        new Refusal(
            "limits in texts",
            "value.type",
            CARD,
            10,
            "",
            f -> f.replace(CARD, "limits: [2, 4]", "limits: [\"2\", 4]")),
        new Refusal(
            "a number without limits",
            "key.missing",
            CARD,
            7,
            "Add it.",
            f -> f.replace(CARD, "    limits: [2, 4]\n", "")),
        new Refusal(
            "a number without unit",
            "key.missing",
            CARD,
            7,
            "Add it.",
            f -> f.replace(CARD, "    unit: independent origins\n", "")));
  }

  private static List<Refusal> questions() {
    String shape = "See rules/README.md for the shape of a question.";
    return List.of(
        new Refusal(
            "another rule's name",
            "question.name",
            QUESTION,
            1,
            "Give it the name of its path.",
            f ->
                f.write(
                    QUESTION,
                    f.read(QUESTION).replace("independence.second-origin", "toll.open-figure"))),
        new Refusal(
            "another rule's card",
            "question.card",
            QUESTION,
            2,
            "",
            f -> f.replace(QUESTION, "id == \"independence.second-origin\"", "id == \"toll.x\"")),
        new Refusal(
            "something else than a rule",
            "question.shape",
            QUESTION,
            1,
            shape,
            f -> f.write(QUESTION, "import java.util.*;\n" + f.read(QUESTION))),
        new Refusal(
            "a file that ends too early",
            "question.shape",
            QUESTION,
            1,
            "",
            f -> f.write(QUESTION, "rule")),
        new Refusal(
            "a text too few",
            "question.shape",
            QUESTION,
            4,
            shape,
            f -> f.replace(QUESTION, "$fact, \"origins\"", "$fact, origins")),
        new Refusal(
            "a variable too few",
            "question.shape",
            QUESTION,
            3,
            shape,
            f -> f.replace(QUESTION, "$fact :", "fact :")),
        new Refusal(
            "a name too few",
            "question.shape",
            QUESTION,
            3,
            shape,
            f -> f.replace(QUESTION, "( independentOrigins >=", "( >=")),
        new Refusal(
            "a fact that there is not",
            "question.fact",
            QUESTION,
            3,
            "Did you mean \"Corroboration\"?",
            f -> f.replace(QUESTION, "Corroboration", "Corroborations")),
        new Refusal(
            "a property that the fact has not",
            "question.property",
            QUESTION,
            3,
            "Did you mean \"independentOrigins\"?",
            f -> f.replace(QUESTION, "( independentOrigins >=", "( independantOrigins >=")),
        new Refusal(
            "an accessor that the fact has not",
            "question.property",
            QUESTION,
            4,
            "Did you mean \"independentOrigins\"?",
            f -> f.replace(QUESTION, "$fact.independentOrigins()", "$fact.independentOrigin()")),
        new Refusal(
            "a negated comparison",
            "question.comparison",
            QUESTION,
            3,
            "",
            f -> f.replace(QUESTION, ">=", "!=")),
        new Refusal(
            "a literal number",
            "question.literal",
            QUESTION,
            3,
            "Declare it in the card and read it with $card.number(\"…\").",
            f -> f.replace(QUESTION, "$card.number(\"origins\")", "2")),
        new Refusal(
            "a number compared with a truth",
            "question.type",
            QUESTION,
            3,
            "It is a number: compare it with $card.number(\"…\").",
            f -> f.replace(QUESTION, ">= $card.number(\"origins\")", "== true")),
        new Refusal(
            "a truth compared by size",
            "question.type",
            OTHER_QUESTION,
            3,
            "It is a yes or no: ask whether it == true.",
            f -> f.replace(OTHER_QUESTION, "open == true", "open >= true")),
        new Refusal(
            "names compared",
            "question.type",
            OTHER_QUESTION,
            3,
            "Only numbers, and what is true or not, can be compared.",
            f -> f.replace(OTHER_QUESTION, "open == true", "claim == claim")),
        new Refusal(
            "a value given twice",
            "question.value-twice",
            QUESTION,
            4,
            "",
            f ->
                f.replace(
                    QUESTION,
                    "\"origins\", $fact.independentOrigins()",
                    "\"origins\", $fact.origins(), \"origins\", $fact.independentOrigins()")),
        new Refusal(
            "a second rule in the file",
            "question.more",
            QUESTION,
            5,
            "One file holds one rule and nothing else.",
            f -> f.write(QUESTION, f.read(QUESTION) + f.read(OTHER_QUESTION))),
        new Refusal(
            "a question without end",
            "question.too-long",
            OTHER_QUESTION,
            3,
            "Where a question needs so many, a kind of fact is missing.",
            f ->
                f.replace(
                    OTHER_QUESTION, "open == true", "open == true" + ", open == true".repeat(50))));
  }

  private static List<Refusal> names() {
    return List.of(
        new Refusal(
            "a number read but not declared",
            "number.undeclared",
            QUESTION,
            0,
            "Did you mean \"origins\"?",
            f -> f.replace(QUESTION, "number(\"origins\")", "number(\"origin\")"),
            "number.unread"),
        new Refusal(
            "a number declared but not read",
            "number.unread",
            OTHER_CARD,
            8,
            "Take it out of the card, or read it in the question.",
            f ->
                f.write(
                    OTHER_CARD,
                    f.read(OTHER_CARD)
                        + "numbers:\n  n: {value: 1, unit: x, meaning: {en: a, fr: b},"
                        + " limits: [0, 2]}\n")),
        new Refusal(
            "a sentence that names a value that is not given",
            "sentence.unknown-value",
            CARD,
            11,
            "Did you mean \"origins\"?",
            f -> f.replace(CARD, "\"{origins} l'appuient.\"", "\"{origines} l'appuient.\"")),
        new Refusal(
            "a brace without its partner",
            "sentence.braces",
            CARD,
            11,
            "",
            f -> f.replace(CARD, "\"{origins} support it.\"", "\"{origins} support} it.\"")));
  }

  private static List<Refusal> cases() {
    return List.of(
        new Refusal(
            "no cases in the file", "key.missing", CASES, 1, "Add it.", f -> f.write(CASES, "{}")),
        new Refusal(
            "cases that are no list",
            "value.type",
            CASES,
            1,
            "",
            f -> f.write(CASES, "cases: none\n")),
        new Refusal(
            "missing fields that are no texts",
            "value.type",
            CASES,
            22,
            "",
            f -> f.replace(CASES, "missing: [reports.stances]", "missing: [[x]]")),
        new Refusal(
            "a number pinned that the card has not",
            "case.numbers",
            OTHER_CASES,
            2,
            "Pin every number of the card, and no other.",
            f ->
                f.replace(
                    OTHER_CASES, "name: several\n", "name: several\n    numbers: {figures: 2}\n")),
        new Refusal(
            "a number of the card not pinned",
            "case.numbers",
            CASES,
            12,
            "Pin every number of the card, and no other.",
            f -> f.replace(CASES, "name: one\n    numbers: {origins: 2}", "name: one")),
        new Refusal(
            "a dossier that breaks the contract",
            "case.dossier",
            CASES,
            16,
            "",
            f ->
                f.replace(
                    CASES,
                    "quiet\n    dossier:\n      sources: [{id: a, kind: resident}]",
                    "quiet\n    dossier:\n      sources: [{id: a, kind: residence}]")),
        new Refusal(
            "a key of a dossier that is no text",
            "case.dossier",
            OTHER_CASES,
            5,
            "",
            f -> f.replace(OTHER_CASES, "count: {words: several}", "? [a] : b")),
        new Refusal(
            "no dossier",
            "key.missing",
            CASES,
            2,
            "Add it.",
            f -> f.write(CASES, "cases:\n  - {name: x, expect: quiet}\n")),
        new Refusal(
            "a claim that is not in the dossier",
            "case.claim",
            CASES,
            14,
            "Known: c.",
            f -> f.replace(CASES, "expect: quiet\n", "claim: civilians\n    expect: quiet\n")),
        new Refusal(
            "two claims, and none chosen",
            "key.missing",
            OTHER_CASES,
            2,
            "Add it.",
            f ->
                f.replace(
                    OTHER_CASES,
                    "count: {words: several}}]",
                    "count: {words: several}}, {id: d, harm: injured}]")),
        new Refusal(
            "an outcome that there is not",
            "value.not-allowed",
            CASES,
            4,
            "Did you mean \"fired\"?",
            f -> f.replace(CASES, "expect: fired", "expect: fires")),
        new Refusal(
            "a case that stays quiet instead of firing",
            "case.fails",
            CASES,
            12,
            "",
            f ->
                f.replace(
                    CASES,
                    "name: one\n    numbers: {origins: 2}\n    expect: quiet\n",
                    "name: one\n    numbers: {origins: 2}\n    expect: fired\n"),
            "cases.too-few"),
        new Refusal(
            "a case that cannot be judged instead of staying quiet",
            "case.fails",
            OTHER_CASES,
            14,
            "Missing: claims.count",
            f -> f.replace(OTHER_CASES, "cannot-judge\n    missing: [claims.count]", "quiet"),
            "cases.too-few"),
        new Refusal(
            "another field missing than said",
            "case.missing",
            CASES,
            19,
            "",
            f -> f.replace(CASES, "missing: [reports.stances]", "missing: [reports.cites]")),
        new Refusal(
            "no field said to be missing",
            "case.missing",
            CASES,
            19,
            "",
            f -> f.replace(CASES, "    missing: [reports.stances]\n", "")),
        new Refusal(
            "a reason not given",
            "case.no-reason",
            CASES,
            2,
            "Name at least one of [origins] under \"because\".",
            f -> f.replace(CASES, "    because: {origins: \"2\"}\n", "")),
        new Refusal(
            "another reason than said",
            "case.reason",
            CASES,
            2,
            "",
            f -> f.replace(CASES, "because: {origins: \"2\"}", "because: {origins: \"3\"}")),
        new Refusal(
            "a reason where nothing fires",
            "case.not-checked",
            CASES,
            15,
            "It belongs to cases that expect \"fired\".",
            f ->
                f.replace(
                    CASES, "expect: quiet\n", "expect: quiet\n    because: {origins: \"1\"}\n")),
        new Refusal(
            "a missing field where nothing is missing",
            "case.not-checked",
            CASES,
            15,
            "It belongs to cases that expect \"cannot-judge\".",
            f ->
                f.replace(
                    CASES, "expect: quiet\n", "expect: quiet\n    missing: [reports.cites]\n")),
        new Refusal(
            "no case that stays quiet",
            "cases.too-few",
            OTHER_CASES,
            0,
            "Add one.",
            f ->
                f.write(
                    OTHER_CASES,
                    f.read(OTHER_CASES).replaceFirst("(?s)  - name: three.*?(?=  - name)", ""))),
        new Refusal(
            "a boundary between the last number and the first",
            "cases.no-boundary",
            CASES,
            0,
            "Add one that fires, and would stay quiet if the number were one more or one less.",
            f ->
                f.replace(
                    CASES,
                    "two people\n    numbers: {origins: 2}",
                    "two people\n    numbers: {origins: -2147483648}")),
        new Refusal(
            "no case that shows a number's boundary",
            "cases.no-boundary",
            CASES,
            0,
            "Add one that fires, and would stay quiet if the number were one more or one less.",
            f ->
                f.replace(
                    CASES,
                    "two people\n    numbers: {origins: 2}",
                    "two people\n    numbers: {origins: 0}")));
  }

  private static void link(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
