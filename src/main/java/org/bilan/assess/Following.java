package org.bilan.assess;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bilan.archive.ArchiveFailure;
import org.bilan.archive.Rulesets;
import org.bilan.archive.StoredRuleset;
import org.bilan.ledger.Actor;
import org.bilan.ruleset.InvalidRuleset;
import org.bilan.ruleset.RuleProblem;
import org.bilan.ruleset.Ruleset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps a service judging by the ruleset that the archive says is in force, which all services of
 * an archive do, and tells the archive when its rules folder has changed. What is refused changes
 * nothing: the last good ruleset stays in force, and it is said what is wrong.
 */
@ApplicationScoped
public class Following {

  private static final Logger LOG = Logger.getLogger(Following.class);

  private final RulesFolder folder;
  private final Rulesets rulesets;
  private final RulesetInForce inForce;
  private final Duration every;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "rulesets");
            thread.setDaemon(true);
            return thread;
          });

  private volatile List<RuleProblem> refusedFolder = List.of();
  private volatile List<RuleProblem> refusedArchive = List.of();
  private String refusedRevision = "";
  private boolean deployed;
  private boolean away;

  Following(
      RulesFolder folder,
      Rulesets rulesets,
      RulesetInForce inForce,
      @ConfigProperty(name = "bilan.rules-look") Duration every) {
    this.folder = folder;
    this.rulesets = rulesets;
    this.inForce = inForce;
    this.every = every;
  }

  /** Whether a ruleset was refused, and the last good one judges instead: what is wrong with it. */
  public List<RuleProblem> refused() {
    return refusedFolder.isEmpty() ? refusedArchive : refusedFolder;
  }

  /** A service without rules is of no use: it does not start. */
  void start(@Observes StartupEvent started) {
    folder.taken(folder.look());
    try {
      inForce.put(Ruleset.load(folder.path()));
    } catch (InvalidRuleset refused) {
      refused.problems().forEach(LOG::error);
      String message =
          "Bilan cannot start. The ruleset in %s is refused: %d problem(s), listed above. Mend them, or name another folder in BILAN_RULES."
              .formatted(folder.path().toAbsolutePath().normalize(), refused.problems().size());
      // As a cause, its message alone is told to people. Thrown by itself it would end all quietly.
      throw new IllegalStateException(message, new PreventFurtherStepsException(message, 1));
    }
    deploy(inForce.get());
    if (!every.isZero()) {
      long millis = every.toMillis();
      clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }
  }

  @PreDestroy
  void stop() {
    clock.shutdownNow();
  }

  private void look() {
    try {
      if (folder.changed()) {
        reload();
      }
      follow();
      away = false;
    } catch (ArchiveFailure failure) {
      if (!away) {
        LOG.warnf("Which ruleset is in force cannot be asked: %s", failure.getMessage());
      }
      away = true;
    } catch (RuntimeException fault) {
      LOG.error("Which ruleset is in force could not be looked at", fault);
    }
  }

  /**
   * Reads the folder again, and puts it in force if it has changed.
   *
   * @return what is wrong with it; empty when nothing is, and then it judges
   * @throws ArchiveFailure when the archive cannot be told; then nothing has changed
   */
  public synchronized List<RuleProblem> reload() {
    rulesets.revisionInForce(); // else rules would be compiled again and again for an archive away
    String look = folder.look();
    Ruleset loaded;
    try {
      loaded = Ruleset.load(folder.path());
    } catch (InvalidRuleset refused) {
      folder.taken(look);
      LOG.warnf(
          "The ruleset in %s is refused, the last good one judges: %d problem(s)",
          folder.path(), refused.problems().size());
      refused.problems().forEach(LOG::warn);
      refusedFolder = refused.problems();
      return refusedFolder;
    }
    boolean used = false;
    try {
      StoredRuleset active = rulesets.deploy(loaded.files(), loaded.name(), true, Actor.SERVICE);
      folder.taken(look);
      refusedFolder = List.of();
      used =
          active.revision().equals(loaded.revision())
              && !loaded.revision().equals(inForce.get().revision());
      if (used) {
        inForce.put(loaded);
      }
    } finally {
      if (!used) {
        loaded.close();
      }
    }
    follow();
    return List.of();
  }

  /** Tells the archive what the folder has; when it is away, once it is back. */
  private void deploy(Ruleset ofFolder) {
    try {
      StoredRuleset active =
          rulesets.deploy(ofFolder.files(), ofFolder.name(), false, Actor.SERVICE);
      if (!active.revision().equals(ofFolder.revision())) {
        LOG.infof(
            "Ruleset %d, revision %s, was put in force since the rules folder, which has %s, was."
                + " If the folder is to judge, POST to /rulesets/reload, or to its rollback.",
            active.id(), active.revision(), ofFolder.revision());
      }
      deployed = true;
      follow();
    } catch (ArchiveFailure failure) {
      LOG.warnf("The archive does not know the rules folder yet: %s", failure.getMessage());
    }
  }

  /**
   * As {@link #follow()}, with a ruleset at hand that was just put in force. What keeps this
   * service from it now, it tries again by the second.
   *
   * @param fit is closed once it does not judge
   */
  public synchronized void follow(Ruleset fit) {
    boolean used = false;
    try {
      used =
          deployed
              && rulesets.revisionInForce().equals(Optional.of(fit.revision()))
              && !fit.revision().equals(inForce.get().revision());
      if (used) {
        inForce.put(fit);
      }
      follow();
    } catch (ArchiveFailure failure) {
      LOG.warnf("Which ruleset is in force cannot be asked: %s", failure.getMessage());
    } finally {
      if (!used) {
        fit.close();
      }
    }
  }

  /** Judges by what the archive says is in force. */
  public synchronized void follow() {
    if (!deployed) {
      deploy(inForce.get());
      return;
    }
    String revision = rulesets.revisionInForce().orElse(inForce.get().revision());
    if (revision.equals(inForce.get().revision())) {
      refusedArchive = List.of();
      refusedRevision = "";
      return;
    }
    if (revision.equals(refusedRevision)) {
      return;
    }
    try {
      inForce.put(Ruleset.of(rulesets.files(revision).orElseThrow()));
      refusedArchive = List.of();
      refusedRevision = "";
    } catch (InvalidRuleset refused) {
      // Of another version of Bilan, most likely: it was checked before it was put in force.
      LOG.errorf("Ruleset %s is in force, but this service refuses it:", revision);
      refused.problems().forEach(LOG::error);
      refusedArchive = refused.problems();
      refusedRevision = revision;
    }
  }
}
