package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.bilan.evidence.Independence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionReaderTest {

  private static final String ID = "independence.second-origin";

  private static final String VALID =
      """
      rule "independence.second-origin" when
        $card : RuleCard( id == "independence.second-origin" )
        $fact : Corroboration( independentOrigins >= $card.number("origins") )
      then insert( $card.finds( $fact, "origins", $fact.independentOrigins() ) ); end
      """;

  private static final String CANONICAL =
      "rule \"independence.second-origin\" dialect \"mvel\" when\n"
          + "  $card : RuleCard( id == \"independence.second-origin\" )\n"
          + "  $fact : org.bilan.evidence.Independence.Corroboration("
          + " independentOrigins >= $card.number(\"origins\") )\n"
          + "then insert( $card.finds( $fact, \"origins\", $fact.independentOrigins() ) ); end\n";

  private final RuleProblems problems = new RuleProblems();

  private Question read(String text) {
    return QuestionReader.read(ID, "q.drl", text, problems);
  }

  private String refusal(String text) {
    assertThat(read(text)).as("a question").isNull();
    assertThat(problems.all()).hasSize(1);
    return problems.all().get(0).code();
  }

  private static String withCondition(String condition) {
    return VALID.replace("independentOrigins >= $card.number(\"origins\")", condition);
  }

  private static String withConsequence(String consequence) {
    return VALID.substring(0, VALID.indexOf("then")) + "then " + consequence + "\nend\n";
  }

  @Test
  void readsFactNumbersAndValues() {
    Question question = read(VALID);

    assertThat(problems.all()).isEmpty();
    assertThat(question.fact()).isEqualTo(Independence.Corroboration.class);
    assertThat(question.conditions())
        .containsExactly("independentOrigins >= $card.number(\"origins\")");
    assertThat(question.numbers()).containsExactly("origins");
    assertThat(question.values()).containsExactly(Map.entry("origins", "independentOrigins"));
    assertThat(question.drl()).isEqualTo(CANONICAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "origins >= independentOrigins",
        "origins >= $card.number(\"a\"), origins <= $card.number(\"b\")",
        "origins >= $card.number(\"a\") && independentOrigins > $card.number(\"b\")",
        "origins < $card.number(\"a\") || independentOrigins == $card.number(\"b\")"
      })
  void readsComparisonsWithNumbersAndOtherProperties(String condition) {
    assertThat(read(withCondition(condition)).drl()).contains("( " + condition + " )");
  }

  @Test
  void whatAFileLooksLikeNeverReachesDrools() {
    String dressedUp =
        "// end rule \"x\" when then System.exit(1); end\r\n"
            + VALID
                .replace("$fact", "$anything")
                .replace(" ", " \t// */ eval(true)\r\n  ")
                .replace("rule //", "rule  //");

    assertThat(read(dressedUp.replace("\n", "\r\n")).drl()).isEqualTo(CANONICAL);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "eval( true )                                        | question.property",
        "System.exit(1) == origins                           | question.property",
        "this.claim == claim                                 | question.property",
        "claim.length() >= $card.number(\"n\")               | question.comparison",
        "origins >= Runtime.getRuntime().availableProcessors()| question.property",
        "origins >= new Integer(2)                           | question.property",
        "origins >= (true ? origins : origins)               | question.shape",
        "origins >= $card.number(\"n\") ? true : true        | question.shape",
        "origins >= $card.weight().value()                   | question.shape",
        "origins >= $card.number(n)                          | question.shape",
        "origins >= $card.number(\"n\").hashCode()           | question.shape",
        "origins >= $card.number(\"n\" + \"m\")              | question.shape",
        "origins >= 2                                        | question.literal",
        "origins >= 0x7f                                     | question.literal",
        "origins >= -2                                       | question.shape",
        "origins >= \"2\"                                    | question.shape",
        "origins != $card.number(\"n\")                      | question.comparison",
        "!(origins >= $card.number(\"n\"))                   | question.shape",
        "not origins                                         | question.property",
        "origins == false                                    | question.property",
        "origins == null                                     | question.property",
        "origins =< $card.number(\"n\")                      | question.comparison",
        "origins = $card.number(\"n\")                       | question.comparison",
        "claim matches \".*\"                                | question.comparison",
        "claim contains claim                                | question.comparison",
        "facts memberOf facts                                | question.comparison",
        "claim str[startsWith] claim                         | question.comparison",
        "$x : origins                                        | question.shape",
        "origins >= $card.number(\"n\"),                     | question.shape",
        "origins >= $card.number(\"n\"), eval(true)          | question.property",
        "origins >= $card.number(\"n\") & origins            | question.shape",
        "origins >= $card.number(\"n\") && (origins >= origins) | question.shape",
        "origins >= origins + origins                        | question.shape",
        "origins >= $fact.origins                            | question.shape",
        "origins[0] >= origins                               | question.comparison",
        "origins >= #{1}                                     | question.shape",
        "facts == facts                                      | question.type",
        "claim > claim                                       | question.type",
        "origins == true                                     | question.type",
        "origins >= true                                     | question.type",
        "origins >= claim                                    | question.type",
      })
  void refusesConditionsThatAreMoreThanAComparison(String condition, String code) {
    assertThat(refusal(withCondition(condition))).isEqualTo(code);
    assertThat(problems.all()).extracting(RuleProblem::line).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.exit(1);",
        "Runtime.getRuntime().exec(\"id\");",
        "new java.io.File(\"x\").delete();",
        "insert( new java.io.File(\"x\") );",
        "insert( $card );",
        "insert( $fact );",
        "insertLogical( $card.finds( $fact ) );",
        "insert( $card.with( $fact ) );",
        "insert( $card.finds( $fact ) ); System.exit(1);",
        "insert( $card.finds( $fact ) ); insert( $card.finds( $fact ) );",
        "insert( $card.finds( $fact, \"a\", 7 ) );",
        "insert( $card.finds( $fact, \"a\", \"b\" ) );",
        "insert( $card.finds( $fact, \"a\", true ) );",
        "insert( $card.finds( $fact, \"a\", $card.number(\"n\") ) );",
        "insert( $card.finds( $fact, \"a\", $other.origins() ) );",
        "insert( $card.finds( $fact, \"a\", $fact.getClass() ) );",
        "insert( $card.finds( $fact, \"a\", $fact.hashCode() ) );",
        "insert( $card.finds( $fact, \"a\", $fact.facts().size() ) );",
        "insert( $card.finds( $fact, \"a\", $fact.facts(1) ) );",
        "insert( $card.finds( $fact, \"a\" + \"b\", $fact.origins() ) );",
        "insert( $card.finds( $fact, \"a\" ) );",
        "insert( $card.finds( $fact, \"a\", $fact.origins ) );",
        "insert( $card.finds( $card ) );",
        "insert( $card.finds( this ) );",
        "insert( $card.finds( (org.bilan.evidence.Aspect) $fact ) );",
        "insert( $card.finds( $fact ) )",
        "modify( $fact ) { };",
        "update( $fact );",
        "retract( $fact );",
        "delete( $fact );",
        "drools.halt();",
        "kcontext.getKieRuntime().halt();",
        "{ insert( $card.finds( $fact ) ); }",
        "if (true) insert( $card.finds( $fact ) );",
        "",
        "insert( $card.finds( $fact ) ); end rule \"x\" when then System.exit(1);",
        "insert( $card.finds( $fact ) ); end query \"x\" Corroboration()",
      })
  void refusesConsequencesThatAreMoreThanOneFinding(String consequence) {
    assertThat(refusal(withConsequence(consequence)))
        .isIn("question.shape", "question.property", "question.more");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "package org.bilan.evidence;",
        "import java.lang.System;",
        "import static java.lang.System.exit;",
        "import function java.lang.System.exit;",
        "import accumulate org.bilan.X x;",
        "global java.util.List log;",
        "function void f() { System.exit(1); }",
        "declare Trap x : int end",
        "query \"q\" Corroboration() end",
        "dialect \"java\"",
        "unit X;",
        "expander x.dsl",
        ";",
        "\"text\"",
        "rule \"independence.second-origin\" when then end",
      })
  void refusesAnythingBeforeOrAfterTheRule(String statement) {
    assertThat(refusal(statement + "\n" + VALID)).isEqualTo("question.shape");
    assertThat(problems.all().get(0).line()).isEqualTo(1);

    RuleProblems after = new RuleProblems();
    assertThat(QuestionReader.read(ID, "q.drl", VALID + statement, after)).isNull();
    assertThat(after.all())
        .extracting(RuleProblem::code, RuleProblem::line)
        .containsExactly(tuple("question.more", 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salience 10",
        "no-loop true",
        "no-loop",
        "lock-on-active true",
        "agenda-group \"x\"",
        "ruleflow-group \"x\"",
        "activation-group \"x\"",
        "auto-focus true",
        "enabled ( 1 == 1 )",
        "duration 10",
        "timer ( int: 1s )",
        "date-effective \"01-Jan-2024\"",
        "dialect \"java\"",
        "extends \"other\"",
        "@Propagation(IMMEDIATE)",
        "attributes salience 3",
      })
  void refusesAttributes(String attribute) {
    assertThat(refusal(VALID.replace("\" when", "\" " + attribute + " when")))
        .isEqualTo("question.shape");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not Corroboration( )",
        "exists Corroboration( )",
        "forall( Corroboration( ) )",
        "eval( true )",
        "( $x : Corroboration( ) or $x : Diversity( ) )",
        "$x : Corroboration( ) from $card",
        "$x : Object( ) from collect( Corroboration( ) )",
        "accumulate( Corroboration( $o : origins ); $n : count( $o ) )",
        "$x : /facts[ true ]",
        "?q( )",
        "$x : java.lang.Runtime( )",
        "$x : Corroboration( ) over window:length( 2 )",
        "$x : Object( )",
        "$x : RuleCard( )",
        "$x : Conclusion( )",
        "$x : org.bilan.evidence.Independence.Corroboration( )",
      })
  void refusesPatternsThatAreNotOneFact(String pattern) {
    String line = VALID.lines().skip(2).findFirst().orElseThrow();

    assertThat(refusal(VALID.replace(line, "  " + pattern)))
        .isIn("question.shape", "question.fact");

    RuleProblems second = new RuleProblems();
    String afterTheFact = VALID.replace(line, line + "\n  " + pattern);
    assertThat(QuestionReader.read(ID, "q.drl", afterTheFact, second)).isNull();
    assertThat(second.all())
        .extracting(RuleProblem::code, RuleProblem::line)
        .containsExactly(tuple("question.shape", 4));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a byte order mark   | FEFF",
        "right-to-left       | 202E",
        "left-to-right mark  | 200E",
        "an isolate          | 2066",
        "a zero-width space  | 200B",
        "a zero-width joiner | 200D",
        "a soft hyphen       | 00AD",
        "a no-break space    | 00A0",
        "a line separator    | 2028",
        "a null              | 0000",
        "an escape           | 001B",
        "a combining accent  | 0301",
        "a next line         | 0085",
      })
  void refusesCharactersThatCannotBeSeenAndNamesThem(String what, String codePoint) {
    String hidden = Character.toString(Integer.parseInt(codePoint, 16));

    assertThat(refusal(hidden + VALID)).isEqualTo("question.shape");
    assertThat(problems.all().get(0).message()).contains("\"U+" + codePoint + "\"");
    assertThat(problems.all().get(0).message()).doesNotContain(hidden);
    for (String spoilt :
        List.of(
            VALID.replace("$fact :", "$fact" + hidden + " :"),
            VALID.replace("( independentOrigins", "( independent" + hidden + "Origins"),
            VALID.replace("number(\"origins\")", "number(\"ori" + hidden + "gins\")"),
            VALID + hidden)) {
      assertThat(QuestionReader.read(ID, "q.drl", spoilt, new RuleProblems())).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/* rule */",
        "# rule",
        "\\u0072ule",
        "\\",
        "`",
        "'x'",
        "\"a\\\"b\"",
        "\"unclosed",
        "\"a\nb\"",
        "\"${x}\"",
        "\"é\"",
        "rulе", // the last letter is Cyrillic
        "{",
        "@{x}",
        "<%",
        "/",
      })
  void refusesSignsThatNoQuestionNeeds(String sign) {
    assertThat(refusal(sign + " " + VALID)).isEqualTo("question.shape");
    for (int at : new int[] {VALID.indexOf("when"), VALID.indexOf("then"), VALID.indexOf("( id")}) {
      String text = VALID.substring(0, at) + sign + " " + VALID.substring(at);
      assertThat(QuestionReader.read(ID, "q.drl", text, new RuleProblems())).as(text).isNull();
    }
  }

  @Test
  void aCommentEndsWithItsLine() {
    assertThat(read("// a comment\n" + VALID).drl()).isEqualTo(CANONICAL);
    assertThat(refusal("// a comment\nSystem.exit(1);" + VALID)).isEqualTo("question.shape");
    assertThat(problems.all().get(0).line()).isEqualTo(2);
  }

  @Test
  void aCommentWithoutEndHidesTheRuleFromBoth() {
    assertThat(refusal("// " + VALID.replace("\n", " "))).isEqualTo("question.shape");
  }

  @Test
  void linesAreCountedWithWindowsEndings() {
    refusal(VALID.replace(">=", "!=").replace("\n", "\r\n"));

    assertThat(problems.all().get(0).line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n\n\n",
        "// only a comment",
        "rule",
        "rule \"independence.second-origin\"",
        "(",
        "\"",
        ")))",
        "$",
        "$card",
        "end"
      })
  void refusesWhatIsNoQuestionAtAll(String text) {
    assertThat(refusal(text)).isEqualTo("question.shape");
  }

  @Test
  void refusesLongFilesWithoutExhaustingTheStack() {
    int many = 100_000;
    assertThat(
            List.of(
                withCondition("origins >= origins" + " && origins >= origins".repeat(many)),
                withCondition("origins >= origins" + ", origins >= origins".repeat(many)),
                withCondition("(".repeat(many) + "origins" + ")".repeat(many)),
                VALID.replace("\"origins\", $fact", "\"x\", $fact.origins(), ".repeat(many)),
                VALID.replace("\"origins\",", "\"" + "o".repeat(many) + "\\\","),
                "rule ".repeat(many),
                "\"".repeat(many),
                "\"" + "a".repeat(1_000_000),
                " ".repeat(1_000_000),
                "/".repeat(1_000_000),
                "a".repeat(1_000_000),
                "!".repeat(1_000_000),
                VALID + ";".repeat(1_000_000)))
        .allSatisfy(
            text -> {
              RuleProblems found = new RuleProblems();
              assertThat(QuestionReader.read(ID, "q.drl", text, found)).isNull();
              assertThat(found.all()).hasSize(1);
              assertThat(found.all().get(0).code()).startsWith("question.");
            });
  }

  @Test
  void longCommentsDoNotCount() {
    assertThat(read("// why\n".repeat(50_000) + VALID).drl()).isEqualTo(CANONICAL);
  }

  /** Spoils a question at random, and takes what is accepted for what Drools would get. */
  @Test
  void whateverIsAcceptedHasTheCanonicalForm() {
    Pattern canonical =
        Pattern.compile(
            "rule \"independence\\.second-origin\" dialect \"mvel\" when\n"
                + "  \\$card : RuleCard\\( id == \"independence\\.second-origin\" \\)\n"
                + "  \\$fact : org\\.bilan\\.evidence\\.Independence\\.Corroboration\\( \\w+"
                + " (>=|<=|<|>|==) (\\w+|\\$card\\.number\\(\"[\\w .-]*\"\\)) \\)\n"
                + "then insert\\( \\$card\\.finds\\( \\$fact"
                + "(, \"[\\w .-]*\", \\$fact\\.\\w+\\(\\))* \\) \\); end\n");
    Random random = new Random(20240316);
    String[] scraps = {
      "\"",
      "(",
      ")",
      ";",
      "//",
      "\n",
      "$card",
      "$fact",
      "eval(true)",
      "!",
      ">",
      "<",
      "=",
      ",",
      " ",
      ".",
      "origins",
      "true",
      "7",
      "\\",
      "end",
      "when",
      "then",
      "rule",
      "é",
      "\u202e"
    };
    int accepted = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(VALID);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.insert(at, scraps[random.nextInt(scraps.length)]);
          case 1 -> text.deleteCharAt(at);
          default -> text.replace(at, at + 1, scraps[random.nextInt(scraps.length)]);
        }
      }
      RuleProblems found = new RuleProblems();
      Question question = QuestionReader.read(ID, "q.drl", text.toString(), found);
      if (question == null) {
        assertThat(found.none()).as(text.toString()).isFalse();
      } else {
        accepted++;
        assertThat(question.drl()).matches(canonical);
      }
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void everyAcceptedQuestionCompiles() {
    Question question =
        read(
            VALID.replace(
                "independentOrigins >= $card.number(\"origins\")",
                "origins >= $card.number(\"end \"), origins == independentOrigins"
                    + " || origins <= $card.number(\"\")"));

    try (Engine engine = Engine.compile(List.of(question))) {
      assertThat(engine.run(List.of(), List.of())).isEmpty();
    }
  }
}
