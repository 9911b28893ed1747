package org.bilan.ruleset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bilan.evidence.Aspect;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieContainerSessionsPool;
import org.kie.api.runtime.KieSession;

/**
 * Compiled questions, ready to run: Drools. Thread-safe.
 *
 * <p>Each compilation has a release id of its own and a container that is never updated in place,
 * so that swapping rulesets leaks nothing and mixes nothing.
 */
final class Engine implements AutoCloseable {

  /** Drools compiles one knowledge base at a time: parallel builds are not safe. */
  private static final Object COMPILER = new Object();

  private final ReleaseId release;
  private final KieContainer container;
  private final KieContainerSessionsPool pool;

  private Engine(ReleaseId release, KieContainer container) {
    this.release = release;
    this.container = container;
    this.pool = container.newKieSessionsPool(Runtime.getRuntime().availableProcessors());
  }

  /**
   * Compiles questions.
   *
   * @throws IllegalStateException when Drools refuses what {@link QuestionReader} has accepted
   */
  static Engine compile(Collection<Question> questions) {
    synchronized (COMPILER) {
      KieServices services = KieServices.get();
      ReleaseId release = services.newReleaseId("org.bilan", "ruleset", UUID.randomUUID() + "");
      KieFileSystem files = services.newKieFileSystem();
      files.generateAndWritePomXML(release);
      StringBuilder drl = new StringBuilder("package org.bilan.rules;\n");
      drl.append("import ").append(RuleCard.class.getName()).append(";\n");
      questions.forEach(question -> drl.append(question.drl()));
      files.write("src/main/resources/org/bilan/rules/questions.drl", drl.toString());
      KieBuilder builder =
          services.newKieBuilder(files, RuleClasses.HERE).buildAll(DrlProject.class);
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      if (!errors.isEmpty()) {
        services.getRepository().removeKieModule(release);
        throw new IllegalStateException("Drools cannot compile the questions: " + errors);
      }
      return new Engine(release, services.newKieContainer(release, RuleClasses.HERE));
    }
  }

  /**
   * Asks the questions of these cards about these facts.
   *
   * @return conclusions in no particular order
   */
  List<Conclusion> run(Collection<RuleCard> cards, List<Aspect> facts) {
    KieSession session = pool.newKieSession();
    try {
      cards.forEach(session::insert);
      facts.forEach(session::insert);
      session.fireAllRules();
      List<Conclusion> conclusions = new ArrayList<>();
      for (Object found : session.getObjects(Conclusion.class::isInstance)) {
        conclusions.add((Conclusion) found);
      }
      return conclusions;
    } finally {
      session.dispose();
    }
  }

  @Override
  public void close() {
    pool.shutdown();
    container.dispose();
    KieServices.get().getRepository().removeKieModule(release);
  }
}
