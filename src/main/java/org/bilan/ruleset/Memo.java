package org.bilan.ruleset;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.bilan.evidence.Aspect;

/**
 * Asks Drools each thing once. A question looks at a few whole numbers and yes-or-noes of one fact,
 * at its own card and at nothing else ({@link QuestionReader} takes no other), so what Drools has
 * found of a fact holds for all facts of that kind which look the same: and in an archive most do.
 * Thread-safe.
 */
final class Memo {

  /**
   * How many looks of one kind of fact are kept before they are begun anew. The shipped rules see
   * some dozens in an archive; a tampered one with a new figure in every claim must not fill the
   * memory.
   */
  private static final int MOST = 10_000;

  private final Engine engine;
  private final List<RuleCard> cards;
  private final Map<Class<?>, Kind> kinds = new IdentityHashMap<>();

  /** With the cards and questions of the rules that are live. */
  Memo(Engine engine, Map<RuleCard, Question> rules) {
    this(engine, rules, MOST);
  }

  Memo(Engine engine, Map<RuleCard, Question> rules, int most) {
    this.engine = engine;
    this.cards = List.copyOf(rules.keySet());
    Map<Class<? extends Aspect>, Map<RuleCard, Question>> byFact = new HashMap<>();
    rules.forEach(
        (card, question) ->
            byFact
                .computeIfAbsent(question.fact(), f -> new IdentityHashMap<>())
                .put(card, question));
    byFact.forEach((fact, asked) -> kinds.put(fact, new Kind(fact, asked, most)));
  }

  /**
   * What the live rules conclude from facts, in no particular order.
   *
   * @throws RuntimeException what Drools throws; nothing is then remembered
   */
  List<Conclusion> conclusions(List<Aspect> facts) {
    List<Conclusion> found = new ArrayList<>();
    List<Aspect> unknown = new ArrayList<>();
    for (Aspect fact : facts) {
      Kind kind = kinds.get(fact.getClass());
      if (kind != null) {
        List<RuleCard> fire = kind.known(fact);
        if (fire == null) {
          unknown.add(fact);
        } else {
          for (int i = 0; i < fire.size(); i++) {
            found.add(kind.conclusion(fire.get(i), fact));
          }
        }
      }
    }
    if (!unknown.isEmpty()) {
      found.addAll(ask(unknown));
    }
    return found;
  }

  /** How many looks are remembered. */
  int size() {
    return kinds.values().stream().mapToInt(Kind::size).sum();
  }

  private List<Conclusion> ask(List<Aspect> facts) {
    List<Conclusion> found = engine.run(cards, facts);
    Map<Aspect, List<RuleCard>> byFact = new IdentityHashMap<>();
    for (Conclusion conclusion : found) {
      byFact.computeIfAbsent(conclusion.fact(), f -> new ArrayList<>()).add(conclusion.card());
    }
    for (Aspect fact : facts) {
      List<RuleCard> fire = List.copyOf(byFact.getOrDefault(fact, List.of()));
      kinds.get(fact.getClass()).remember(fact, fire);
    }
    return found;
  }

  /** All that the questions on a kind of fact can see of one. */
  private record Look(int[] values) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Look look && Arrays.equals(values, look.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /** A kind of fact that questions ask for, how they read it, and what is known of it. */
  private static final class Kind {

    /** Below this, a value is small: nearly all are. */
    private static final int SMALL = 8;

    /** Of so many values the small ones have a table. */
    private static final int TABLED = 2;

    private final Class<?> fact;
    private final int most;
    private final MethodHandle[] looksAt;
    private final Map<RuleCard, Given> given = new IdentityHashMap<>();

    /** By small values: quicker than to look them up. */
    private final AtomicReferenceArray<List<RuleCard>> table;

    private final Map<Look, List<RuleCard>> others = new ConcurrentHashMap<>();

    /** What a question gives to the sentence. */
    private record Given(String[] names, MethodHandle[] values) {}

    Kind(Class<?> fact, Map<RuleCard, Question> questions, int most) {
      this.fact = fact;
      this.most = most;
      TreeSet<String> properties = new TreeSet<>();
      questions.values().forEach(question -> properties.addAll(question.looksAt()));
      this.looksAt = readers(properties, int.class);
      this.table =
          new AtomicReferenceArray<>(
              looksAt.length > TABLED ? 0 : (int) Math.pow(SMALL, looksAt.length));
      questions.forEach(
          (card, question) ->
              given.put(
                  card,
                  new Given(
                      question.values().keySet().toArray(String[]::new),
                      readers(question.values().values(), Object.class))));
    }

    private MethodHandle[] readers(Iterable<String> properties, Class<?> as) {
      List<MethodHandle> readers = new ArrayList<>();
      for (String property : properties) {
        try {
          MethodHandle accessor = MethodHandles.publicLookup().unreflect(fact.getMethod(property));
          MethodType type = MethodType.methodType(as, Object.class);
          // A yes is 1, a no is 0.
          readers.add(
              as == int.class
                  ? MethodHandles.explicitCastArguments(accessor, type)
                  : accessor.asType(type));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("A fact's property cannot be read: " + property, e);
        }
      }
      return readers.toArray(MethodHandle[]::new);
    }

    /** The rules that fire for such a fact; null where that is not known. */
    List<RuleCard> known(Aspect of) {
      int place = place(of);
      return place < 0 ? others.get(look(of)) : table.get(place);
    }

    void remember(Aspect of, List<RuleCard> fire) {
      int place = place(of);
      if (place >= 0) {
        table.set(place, fire);
        return;
      }
      if (others.size() >= most) {
        others.clear();
      }
      others.put(look(of), fire);
    }

    int size() {
      int tabled = 0;
      for (int i = 0; i < table.length(); i++) {
        tabled += table.get(i) == null ? 0 : 1;
      }
      return tabled + others.size();
    }

    /** Where in the table; below 0 for what is not in it. */
    private int place(Aspect of) {
      if (looksAt.length > TABLED) {
        return -1;
      }
      int place = 0;
      for (MethodHandle property : looksAt) {
        int value = read(property, of);
        if (value < 0 || value >= SMALL) {
          return -1;
        }
        place = place * SMALL + value;
      }
      return place;
    }

    private Look look(Aspect of) {
      int[] values = new int[looksAt.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = read(looksAt[i], of);
      }
      return new Look(values);
    }

    private static int read(MethodHandle property, Aspect of) {
      try {
        return (int) property.invokeExact((Object) of);
      } catch (Throwable e) {
        throw unreadable(e);
      }
    }

    Conclusion conclusion(RuleCard card, Aspect of) {
      Given its = given.get(card);
      Object[] namesAndValues = new Object[2 * its.names.length];
      try {
        for (int i = 0; i < its.names.length; i++) {
          namesAndValues[2 * i] = its.names[i];
          namesAndValues[2 * i + 1] = (Object) its.values[i].invokeExact((Object) of);
        }
      } catch (Throwable e) {
        throw unreadable(e);
      }
      return card.finds(of, namesAndValues);
    }

    private static IllegalStateException unreadable(Throwable cause) {
      return new IllegalStateException("A fact's property cannot be read", cause);
    }
  }
}
