package org.bilan.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.bilan.evidence.Figures;
import org.junit.jupiter.api.Test;

class RuleClassesTest {

  private final List<String> asked = new ArrayList<>();
  private String unreadable = "";

  private final RuleClasses classes =
      new RuleClasses(
          new ClassLoader(RuleClassesTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve)
                throws ClassNotFoundException {
              asked.add(name);
              if (name.equals(unreadable)) {
                throw new ClassNotFoundException(name);
              }
              return super.loadClass(name, resolve);
            }
          });

  @Test
  void whatIsNoneIsLookedForOnceAndWhatIsOneIsThere() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> classes.loadClass("org.bilan.evidence.days"))
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessageContaining("org.bilan.evidence.days");
    }
    assertThat(asked).containsExactly("org.bilan.evidence.days");
    assertThat(classes.loadClass("org.bilan.evidence.Figures")).isSameAs(Figures.class);
  }

  /**
   * As where too many files are open for a moment: rules that name it would be refused for ever.
   */
  @Test
  void whatCouldNotBeReadIsLookedForAgain() throws Exception {
    unreadable = "org.bilan.evidence.Figures";
    missing(unreadable);
    unreadable = "";
    assertThat(classes.loadClass("org.bilan.evidence.Figures")).isSameAs(Figures.class);
  }

  /** Whoever tries rule after rule, each with words of its own, does not fill it for ever. */
  @Test
  void itsMemoryIsBounded() {
    for (int i = 0; i < 10_000; i++) {
      missing("first.w" + i);
    }
    missing("second.w");
    missing("second.w");
    missing("first.w9999");
    assertThat(asked).hasSize(10_002);
  }

  private void missing(String name) {
    assertThatThrownBy(() -> classes.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
