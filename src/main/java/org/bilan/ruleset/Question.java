package org.bilan.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bilan.evidence.Aspect;

/**
 * A rule's question, as read from its {@code .drl} file.
 *
 * @param id the rule's name
 * @param fact the kind of fact that it asks for
 * @param conditions what must hold of the fact, as Drools constraints
 * @param looksAt the fact's properties that the conditions compare, whole numbers and yes-or-noes
 * @param numbers names of the card's numbers that it reads
 * @param values what it gives to the sentence: name and the fact's accessor, in order
 */
record Question(
    String id,
    Class<? extends Aspect> fact,
    List<String> conditions,
    Set<String> looksAt,
    Set<String> numbers,
    Map<String, String> values) {

  /**
   * The question in canonical DRL. Drools compiles this and never the file's own text: whatever a
   * file hides from our parser, it hides from Drools as well.
   */
  String drl() {
    StringBuilder drl = new StringBuilder();
    drl.append("rule \"").append(id).append("\" dialect \"mvel\" when\n");
    drl.append("  $card : RuleCard( id == \"").append(id).append("\" )\n");
    drl.append("  $fact : ").append(fact.getCanonicalName()).append("( ");
    drl.append(String.join(", ", conditions)).append(" )\n");
    drl.append("then insert( $card.finds( $fact");
    values.forEach(
        (name, accessor) ->
            drl.append(", \"").append(name).append("\", $fact.").append(accessor).append("()"));
    return drl.append(" ) ); end\n").toString();
  }
}
