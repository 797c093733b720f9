package org.yusuan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The stages flow one way; state does not hide. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.yusuan");

  /** What each stage may know beside itself. */
  private static final Map<String, String[]> KNOWS = new TreeMap<>();

  static {
    KNOWS.put("model", new String[] {});
    KNOWS.put("page", new String[] {"model"});
    KNOWS.put("pdf", new String[] {"model", "page"});
    KNOWS.put("grid", new String[] {"model", "page"});
    KNOWS.put("scan", new String[] {"model", "page", "grid"});
    KNOWS.put("layout", new String[] {"model", "page", "grid"});
    KNOWS.put("check", new String[] {"model", "layout"});
    KNOWS.put("claim", new String[] {"model", "page", "grid", "layout"});
    KNOWS.put("export", new String[] {"model", "grid"});
    KNOWS.put("compare", new String[] {"model", "export", "layout"});
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.yusuan.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void eachStageKnowsOnlyThoseBeforeIt() {
    for (Map.Entry<String, String[]> stage : KNOWS.entrySet()) {
      if (CLASSES.stream().noneMatch(c -> c.getPackageName().equals(of(stage.getKey())))) {
        continue;
      }
      String[] allowed = new String[stage.getValue().length + 1];
      allowed[0] = of(stage.getKey());
      for (int i = 0; i < stage.getValue().length; i++) {
        allowed[i + 1] = of(stage.getValue()[i]);
      }
      noClasses()
          .that()
          .resideInAPackage(of(stage.getKey()))
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage("org.yusuan..")
                  .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
          .check(CLASSES);
    }
  }

  @Test
  void onlyTheCommandLineAndBatchesPrintOrEndTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.yusuan.cli..", "org.yusuan.batch..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .accessField(System.class, "out")
        .check(CLASSES);
  }

  @Test
  void nothingStaticChanges() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
    noFields()
        .that()
        .areStatic()
        .and()
        .areNotPrivate()
        .and()
        .doNotHaveModifier(JavaModifier.SYNTHETIC)
        .should()
        .haveRawType(DescribedPredicate.describe("an array", c -> c.isArray()))
        .check(CLASSES);
    noFields().should().haveRawType(ThreadLocal.class).check(CLASSES);
  }

  @Test
  void classesSayWhatTheyAre() {
    noClasses().should().haveSimpleNameEndingWith("Utils").check(CLASSES);
    noClasses().should().haveSimpleNameEndingWith("Util").check(CLASSES);
    noClasses().should().haveSimpleNameEndingWith("Manager").check(CLASSES);
    noClasses().should().haveSimpleNameEndingWith("Helper").check(CLASSES);
  }

  @Test
  void moneyIsNeverABinaryFraction() {
    noFields()
        .that()
        .haveNameMatching("(?i).*(amount|value|yuan|expected|actual|difference).*")
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("org.yusuan.model")
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(Double.class)
        .check(CLASSES);
    classes()
        .that()
        .haveSimpleName("Figure")
        .should()
        .onlyAccessClassesThat(DescribedPredicate.not(JavaClass.Predicates.type(Double.class)))
        .check(CLASSES);
  }

  private static String of(String stage) {
    return "org.yusuan." + stage;
  }
}
