package org.yusuan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The stages flow one way; state does not hide. */
class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.yusuan");

  /** What each package knows beside itself, and nothing else; the façade is the first line. */
  private static final String KNOWS =
      """
      batch: correction export io model model.finding
      benchmark.accuracy: model model.finding model.table text
      benchmark.command: batch benchmark.accuracy benchmark.damage benchmark.speed cli cli.command cli.input cli.option export façade model page scan source
      benchmark.damage: check check.identity claim knowledge model model.finding model.table text
      benchmark.speed: io page scan.image scan.ocr source
      check: check.bound check.document check.identity check.identity.declared check.identity.table check.report check.solve check.weigh knowledge knowledge.evidence knowledge.message model model.finding model.table text
      check.blame: grid.assembly model model.finding model.table page text
      check.bound: check.identity check.identity.declared knowledge knowledge.message model.table
      check.document: grid.assembly knowledge.evidence knowledge.message model model.finding model.table page text
      check.identity: knowledge knowledge.message model.finding model.table text
      check.identity.declared: check.identity check.identity.row knowledge knowledge.message model.finding model.table text
      check.identity.row: knowledge model.table text
      check.identity.table: check.identity check.identity.row knowledge knowledge.message model.table text
      check.report: check.bound check.identity check.identity.declared check.solve check.weigh knowledge.evidence knowledge.message model.finding model.table text
      check.solve: check.identity check.weigh graph knowledge knowledge.evidence model.finding model.table text
      check.weigh: check.identity knowledge knowledge.evidence model.finding model.table text
      claim: claim.cell claim.link claim.statement grid.assembly knowledge knowledge.claim knowledge.message model model.finding model.table text
      claim.cell: claim.statement knowledge knowledge.claim model.finding model.table text
      claim.link: claim.cell claim.statement knowledge.claim model model.finding model.table text
      claim.statement: grid.assembly knowledge.claim model model.table page text
      cli: cli.command cli.command.compare cli.option io
      cli.command: batch cli.input cli.option cli.reading correction explain export façade io knowledge.message knowledge.table model model.finding model.table overlay page scan source store text workbench
      cli.command.compare: cli.input cli.option compare.holding compare.line compare.report compare.series export io knowledge knowledge.message store
      cli.input: compare.holding compare.line compare.report compare.series export io page source
      cli.option: compare.holding correction export façade knowledge.message model.table page scan store
      cli.reading: façade io
      compare.holding: export knowledge.message model.table
      compare.line: compare.holding export knowledge knowledge.message model.table text
      compare.report: compare.holding compare.line compare.series export knowledge knowledge.message model.table
      compare.series: compare.holding compare.line export knowledge knowledge.message
      correction: export io model model.finding model.table text
      explain: check check.identity claim façade grid grid.assembly grid.element grid.ruled knowledge.evidence knowledge.message layout.column model model.finding model.table page
      export: grid io knowledge knowledge.table model model.finding model.table page
      façade: check check.blame check.document claim correction grid grid.assembly io knowledge knowledge.evidence knowledge.message knowledge.table layout layout.column layout.subject model model.finding model.table page scan scan.image scan.ocr source source.second text
      graph:
      grid: model.table page
      grid.assembly: grid grid.element grid.ruled grid.unruled model.table page text
      grid.element: model.table page text
      grid.ruled: graph grid grid.element model.table page text
      grid.unruled: graph grid grid.element grid.unruled.column grid.unruled.structure model.table page text
      grid.unruled.column: grid.element model.table page text
      grid.unruled.structure: grid grid.element grid.unruled.column model.table page text
      io:
      knowledge: model.table text
      knowledge.claim: knowledge
      knowledge.evidence: knowledge
      knowledge.message: knowledge
      knowledge.table: knowledge model model.table text
      layout: grid grid.assembly knowledge knowledge.message knowledge.table layout.column layout.row layout.title model model.finding model.table page text
      layout.column: grid grid.element knowledge knowledge.table model.table page text
      layout.row: grid knowledge knowledge.table layout.column model.table page text
      layout.subject: grid.assembly knowledge.table layout model model.table page text
      layout.title: grid grid.assembly knowledge.table layout.column model model.table page text
      model: model.finding model.table
      model.finding:
      model.table:
      overlay: model model.table page
      page: model model.table
      scan: model.table page scan.hidden scan.image scan.ink scan.ocr scan.ruling scan.segment scan.toner text
      scan.hidden: model.table page scan.image scan.ocr scan.ruling scan.segment scan.toner
      scan.image: graph page
      scan.ink: graph scan.image scan.restoration
      scan.ocr: io model.table scan.image scan.segment text
      scan.restoration: scan.image
      scan.ruling: page scan.image scan.ruling.tracking
      scan.ruling.tracking: page scan.image
      scan.segment: graph model.table page scan.image
      scan.toner: page scan.image
      source: io model model.table page source.image source.pdf
      source.image: io model model.table page
      source.pdf: io model model.table page source.pdf.paint source.pdf.stream source.pdf.text
      source.pdf.paint: model.table page
      source.pdf.stream:
      source.pdf.text: model.table page source.pdf.paint source.pdf.stream text
      source.second: model model.finding model.table page
      spark: batch cli.command correction export io scan store
      store: export io model model.finding model.table
      text:
      workbench: check check.identity correction export façade io knowledge.table model model.finding model.table page source store
      """;

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.yusuan.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void eachPackageKnowsWhatIsListedAndNothingElse() {
    Map<String, Set<String>> known = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      Set<String> others = known.computeIfAbsent(room(type), room -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith("org.yusuan")
            && !target.getPackageName().equals(type.getPackageName())) {
          others.add(room(target));
        }
      }
    }
    StringBuilder drawn = new StringBuilder();
    known.forEach(
        (room, others) ->
            drawn.append(room).append(": ").append(String.join(" ", others)).append('\n'));
    // A quick build does without Spark.
    String knows = known.containsKey("spark") ? KNOWS : KNOWS.replaceAll("(?m)^spark:.*\n", "");
    assertEquals(knows.replaceAll(" +\n", "\n"), drawn.toString().replaceAll(" +\n", "\n"));
  }

  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.equals("org.yusuan") ? "façade" : name.substring("org.yusuan.".length());
  }

  @Test
  void onlyTheCommandLineAndBatchesPrintOrEndTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.yusuan.cli..", "org.yusuan.batch..", "org.yusuan.spark..")
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
  void noTypeHasTheNameOfAnother() {
    Map<String, List<JavaClass>> named =
        CLASSES.stream()
            .filter(type -> !type.isAnonymousClass() && !type.isLocalClass())
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getSimpleName));
    assertEquals(
        List.of(),
        named.values().stream()
            .filter(types -> types.size() > 1)
            .filter(types -> types.stream().anyMatch(type -> !type.isNestedClass()))
            .map(types -> types.stream().map(JavaClass::getName).sorted().toList())
            .toList());
  }

  @Test
  void moneyIsNeverABinaryFraction() {
    noFields()
        .that()
        .haveNameMatching("(?i).*(amount|value|yuan|expected|actual|difference).*")
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("org.yusuan.model..")
        .should()
        .haveRawType(double.class)
        .orShould()
        .haveRawType(Double.class)
        .check(CLASSES);
    classes()
        .that()
        .haveSimpleName("PrintedNumber")
        .should()
        .onlyAccessClassesThat(DescribedPredicate.not(JavaClass.Predicates.type(Double.class)))
        .check(CLASSES);
  }
}
