package org.bilan.rest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.bilan.ruleset.CardNumber;
import org.bilan.ruleset.CardNumbers;
import org.bilan.ruleset.ChangeFault;
import org.bilan.ruleset.NumberChange;

/** Reads other values for numbers of a ruleset: the field {@code changes}. */
final class NumberChanges {

  private static final int MOST = 1_000;

  private NumberChanges() {}

  /**
   * Reads them, and notes what is wrong with them.
   *
   * @param all the numbers that can be changed; asked for only where a change is given
   */
  static List<NumberChange> read(Fields fields, Supplier<CardNumbers> all) {
    List<NumberChange> changes = new ArrayList<>();
    List<Fields> items = fields.objects("changes", MOST);
    if (items.isEmpty()) {
      return changes;
    }
    CardNumbers numbers = all.get();
    Set<CardNumber.Address> known = new HashSet<>();
    for (Fields item : items) {
      String rule = item.text("rule", Drafts.ANY, "a rule's id, or ruleset");
      String number = item.text("number", Drafts.ANY, "weight, or as the card calls it");
      OptionalInt value = item.integer("value", -1_000_000_000, 1_000_000_000);
      if (value.isEmpty()) {
        item.missing("value", "a whole number");
      } else if (!rule.isEmpty() && !number.isEmpty()) {
        NumberChange change =
            new NumberChange(new CardNumber.Address(rule, number), value.getAsInt());
        note(item, numbers.fault(change));
        if (!known.add(change.number())) {
          item.wrong("number.twice", "number", number, "each number once");
        }
        changes.add(change);
      }
    }
    return changes;
  }

  /**
   * Notes where changes and another field are both given, or neither, or what is given holds
   * nothing. Whether they can be read is another matter.
   */
  static void either(Fields fields, String other, String expected) {
    if (fields.has("changes") && fields.has(other)) {
      fields.wrong(
          "field.conflict",
          other,
          null,
          "nothing beside changes",
          "Leave out the one or the other.");
    } else if (!fields.has("changes") && !fields.has(other)
        || fields.isEmpty("changes")
        || fields.isEmpty(other)) {
      fields.wrong("field.missing", fields.has(other) ? other : "changes", null, expected);
    }
  }

  private static void note(Fields item, ChangeFault fault) {
    if (fault != null) {
      String field =
          switch (fault.code()) {
            case "rule.unknown" -> "rule";
            case "number.unknown" -> "number";
            default -> "value";
          };
      item.wrong(fault.code(), field, fault.found(), fault.expected(), fault.advice());
    }
  }
}
