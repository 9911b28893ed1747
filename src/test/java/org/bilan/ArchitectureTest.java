package org.bilan;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls between the packages (design, section 5). Data flows one way. */
class ArchitectureTest {

  private static JavaClasses bilan;

  @BeforeAll
  static void read() {
    bilan =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.bilan");
    assertThat(bilan.size()).as("classes found").isGreaterThan(100);
  }

  private static void mayUse(String of, String... packages) {
    classes()
        .that()
        .resideInAPackage(of)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(bilan);
  }

  @Test
  void dossierUsesJavaAndTheJsonLibraryOnly() {
    mayUse("org.bilan.dossier", "org.bilan.dossier", "java..", "com.fasterxml.jackson..");
  }

  @Test
  void assessmentUsesDossierAndTheJsonLibraryOnly() {
    mayUse(
        "org.bilan.assessment",
        "org.bilan.assessment",
        "org.bilan.dossier",
        "java..",
        "com.fasterxml.jackson..");
  }

  @Test
  void evidenceUsesDossierAndOneDistributionOnly() {
    mayUse(
        "org.bilan.evidence",
        "org.bilan.evidence",
        "org.bilan.dossier",
        "org.apache.commons.statistics.distribution..",
        "java..");
  }

  @Test
  void rulesetKnowsNoFramework() {
    mayUse(
        "org.bilan.ruleset",
        "org.bilan.ruleset",
        "org.bilan.dossier",
        "org.bilan.evidence",
        "org.bilan.assessment",
        "java..",
        "com.fasterxml.jackson..",
        "org.apache.commons.codec..",
        "org.snakeyaml.engine..",
        "org.drools..",
        "org.kie..");
  }

  @Test
  void theMethodologyKnowsTheRulesetAndHowToWriteAPage() {
    mayUse(
        "org.bilan.methodology",
        "org.bilan.methodology",
        "org.bilan.page",
        "org.bilan.dossier",
        "org.bilan.assessment",
        "org.bilan.ruleset",
        "java..",
        "org.commonmark..");
  }

  @Test
  void aPageKnowsLanguagesOnly() {
    mayUse(
        "org.bilan.page", "org.bilan.page", "org.bilan.dossier", "org.bilan.assessment", "java..");
  }

  @Test
  void theSheetKnowsTheRulesetAndHowToReadAndWriteSpreadsheets() {
    mayUse(
        "org.bilan.sheet",
        "org.bilan.sheet",
        "org.bilan.dossier",
        "org.bilan.assessment",
        "org.bilan.ruleset",
        "java..",
        "javax.xml.stream..",
        "org.dhatim.fastexcel..",
        "org.apache.commons.csv..",
        "org.apache.commons.compress..");
  }

  @Test
  void theImporterKnowsTheDossierAndHowToReadFiles() {
    mayUse(
        "org.bilan.importer",
        "org.bilan.importer",
        "org.bilan.dossier",
        "java..",
        "com.fasterxml.jackson..",
        "com.github.luben.zstd..",
        "org.apache.commons.compress..",
        "org.apache.commons.csv..",
        "org.apache.commons.io..",
        "org.snakeyaml.engine..");
  }

  @Test
  void workInOrderKnowsJavaOnly() {
    mayUse("org.bilan.batch", "org.bilan.batch", "java..");
  }

  @Test
  void likenessKnowsJavaOnly() {
    mayUse("org.bilan.likeness", "org.bilan.likeness", "java..");
  }

  @Test
  void exportsKnowTheFormsAndNoFramework() {
    mayUse(
        "org.bilan.export",
        "org.bilan.export",
        "org.bilan.dossier",
        "org.bilan.assessment",
        "org.bilan.sheet",
        "java..",
        "com.fasterxml.jackson.core..",
        "org.apache.commons.csv..",
        "com.jerolba.carpet..",
        "org.apache.parquet..");
    noClasses()
        .that()
        .resideOutsideOfPackage("org.bilan.export")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.jerolba.carpet..", "org.apache.parquet..")
        .check(bilan);
  }

  @Test
  void explainKnowsNoFramework() {
    mayUse(
        "org.bilan.explain",
        "org.bilan.explain",
        "org.bilan.dossier",
        "org.bilan.assessment",
        "org.bilan.ruleset",
        "java..",
        "com.fasterxml.jackson..");
  }

  @Test
  void movementKnowsNoFramework() {
    mayUse(
        "org.bilan.movement",
        "org.bilan.movement",
        "org.bilan.dossier",
        "org.bilan.assessment",
        "org.bilan.sheet",
        "org.bilan.page",
        "java..",
        "com.fasterxml.jackson..",
        "org.apache.commons.csv..");
    noClasses()
        .that()
        .resideInAPackage("org.bilan.movement")
        .should()
        .dependOnClassesThat(resideInAPackage("org.bilan.sheet").and(not(simpleName("Armour"))))
        .check(bilan);
  }

  @Test
  void evaluationKnowsDossiersAndAssessmentsOnly() {
    mayUse(
        "org.bilan.evaluation",
        "org.bilan.evaluation",
        "org.bilan.assessment",
        "org.bilan.dossier",
        "org.bilan.page",
        "org.apache.commons.csv..",
        "com.fasterxml.jackson..",
        "java..");
  }

  @Test
  void fittingKnowsTheRulesetAndEvaluationOnly() {
    mayUse(
        "org.bilan.fitting",
        "org.bilan.fitting",
        "org.bilan.evaluation",
        "org.bilan.ruleset",
        "org.bilan.assessment",
        "org.bilan.dossier",
        "com.fasterxml.jackson..",
        "java..");
  }

  @Test
  void recordsKnowDossiersEvidenceAndGradesOnly() {
    mayUse(
        "org.bilan.records",
        "org.bilan.records",
        "org.bilan.assessment",
        "org.bilan.dossier",
        "org.bilan.evaluation",
        "org.bilan.evidence",
        "com.fasterxml.jackson..",
        "java..");
  }

  @Test
  void picturesKnowWhatIsKeptAndNoDoor() {
    mayUse(
        "org.bilan.pictures",
        "org.bilan.pictures",
        "org.bilan.archive",
        "org.bilan.assessment",
        "org.bilan.examination",
        "org.bilan.likeness",
        "org.bilan.dossier",
        "org.bilan.evaluation",
        "org.bilan.ledger",
        "java..",
        "com.fasterxml.jackson..",
        "com.github.benmanes.caffeine..",
        "jakarta.enterprise.inject..",
        "jakarta.inject..",
        "org.apache.commons.csv..",
        "org.eclipse.microprofile.config..");
  }

  @Test
  void peopleAndLedgerKnowNoFramework() {
    mayUse("org.bilan.people", "org.bilan.people", "org.bilan.dossier", "java..", "javax.crypto..");
    mayUse(
        "org.bilan.ledger",
        "org.bilan.ledger",
        "org.bilan.people",
        "org.apache.commons.codec..",
        "org.bilan.dossier",
        "java..",
        "com.fasterxml.jackson..");
  }

  @Test
  void confidentialKnowsTheDossierAndNeitherDoorsNorUsers() {
    mayUse(
        "org.bilan.confidential",
        "org.bilan.confidential",
        "org.bilan.people",
        "org.bilan.dossier",
        "java..",
        "javax.crypto..",
        "com.fasterxml.jackson..");
  }

  @Test
  void examinationKnowsPicturesAndNoFramework() {
    mayUse(
        "org.bilan.examination",
        "org.bilan.examination",
        "org.bilan.likeness",
        "org.bilan.assessment",
        "org.bilan.dossier",
        "java..",
        "javax.imageio..",
        "javax.xml..",
        "org.w3c.dom..",
        "com.adobe.internal.xmp..",
        "com.drew..",
        "com.fasterxml.jackson..",
        "com.twelvemonkeys..");
    noClasses()
        .that()
        .resideOutsideOfPackage("org.bilan.examination")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.adobe.internal.xmp..", "com.drew..", "com.twelvemonkeys..")
        .check(bilan);
  }

  @Test
  void onlyAccessHashesPasswords() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.bilan.access")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.bouncycastle..")
        .check(bilan);
  }

  @Test
  void onlyTheRulesetImportsDrools() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.bilan.ruleset")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.drools..", "org.kie..")
        .check(bilan);
  }

  @Test
  void onlyTheArchiveImportsPersistence() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.bilan.archive")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.persistence..",
            "org.hibernate..",
            "io.quarkus.hibernate..",
            "org.flywaydb..",
            "org.postgresql..",
            "javax.sql..")
        .check(bilan);
  }

  @Test
  void theDoorsDoNotReachPastTheVerbs() {
    noClasses()
        .that()
        .resideInAnyPackage("org.bilan.rest", "org.bilan.cli")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bilan.evidence")
        .check(bilan);
  }

  @Test
  void packagesFormNoCircle() {
    slices().matching("org.bilan.(*)..").should().beFreeOfCycles().check(bilan);
  }

  @Test
  void nobodyWritesToAPackageOfLeftovers() {
    classes()
        .that(alwaysTrue())
        .should()
        .resideOutsideOfPackages("..service..", "..util..", "..utils..", "..common..", "..impl..")
        .check(bilan);
  }

  /** A file fits on a few screens. */
  @Test
  void noSourceFileIsLongerThan300Lines() throws IOException {
    List<String> longer = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        int lines = Files.readAllLines(file).size();
        if (lines > 300) {
          longer.add(file + ": " + lines);
        }
      }
    }
    assertThat(longer).isEmpty();
  }
}
