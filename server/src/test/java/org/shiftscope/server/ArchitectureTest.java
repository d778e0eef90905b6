package org.shiftscope.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue;
import org.shiftscope.storage.TrialWork;
import org.shiftscope.ui.kind.KindPage;

/** The arrows of the layout, and what never leaves its module. */
@AnalyzeClasses(
    packages = "org.shiftscope",
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.DoNotIncludeTestJars.class})
class ArchitectureTest {

  /** The tests of other modules come as jars, which ArchUnit does not take for tests. */
  static final class DoNotIncludeTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final String COMPUTE = "org.shiftscope.compute..";
  private static final String STORAGE = "org.shiftscope.storage..";
  private static final String FRONTEND = "org.shiftscope.frontend..";
  private static final String UI = "org.shiftscope.ui..";
  private static final String SERVER = "org.shiftscope.server..";

  @ArchTest
  static final ArchRule arrowsGoFromServerToUiToStorageToCompute =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("server")
          .definedBy(SERVER)
          .layer("ui")
          .definedBy(UI)
          .layer("frontend")
          .definedBy(FRONTEND)
          .layer("storage")
          .definedBy(STORAGE)
          .layer("compute")
          .definedBy(COMPUTE)
          .whereLayer("server")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("ui")
          .mayOnlyBeAccessedByLayers("server")
          .whereLayer("frontend")
          .mayOnlyBeAccessedByLayers("ui")
          .whereLayer("storage")
          .mayOnlyBeAccessedByLayers("ui", "server")
          .whereLayer("compute")
          .mayOnlyBeAccessedByLayers("storage", "ui", "server")
          .whereLayer("frontend")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule modulesAreFreeOfCycles =
      slices().matching("org.shiftscope.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule roomsOfAModuleAreFreeOfCycles =
      slices()
          .assignedFrom(rooms())
          .should()
          .beFreeOfCycles()
          .because("who reads a room should not have to know what is built upon it");

  @ArchTest
  static final ArchRule computeKnowsNoSqlNoHttpAndNoPages =
      noClasses()
          .that()
          .resideInAPackage(COMPUTE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "java.net.http..",
              "jakarta.servlet..",
              "io.javalin..",
              "org.eclipse.jetty..",
              "com.vaadin..");

  @ArchTest
  static final ArchRule mathematicsIsThatOfHipparchus =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.commons.math3..")
          .because("it is on the class path for ND4J alone");

  @ArchTest
  static final ArchRule computeHasNoClockOfItsOwn =
      noClasses()
          .that()
          .resideInAPackage(COMPUTE)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethodWhere(
              target(owner(resideInAPackage("java.time")))
                  .and(target(nameMatching("now|system.*"))))
          .because("the clock is handed in, so that the same seed gives the same bits")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule arraysOfNd4jNeverLeaveCompute =
      noClasses()
          .that()
          .resideOutsideOfPackage(COMPUTE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j..", "org.bytedeco..");

  @ArchTest
  static final ArchRule sqlNeverLeavesStorage =
      noClasses()
          .that()
          .resideOutsideOfPackage(STORAGE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "org.h2..",
              "org.jdbi..",
              "com.zaxxer..",
              "org.flywaydb..",
              "com.github.kagkarlsson..");

  @ArchTest
  static final ArchRule onlyTheServerKnowsServletsContainersAndRest =
      noClasses()
          .that()
          .resideOutsideOfPackage(SERVER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "picocli..");

  @ArchTest
  static final ArchRule pagesAndRestUseTheFrontDoorAlone =
      noClasses()
          .that()
          .resideInAnyPackage(UI, "org.shiftscope.server.rest..")
          .should()
          .dependOnClassesThat(
              oneOf(Storage.class, TrialQueue.class, TrialQueue.Lane.class, TrialWork.class));

  @ArchTest
  static final ArchRule theWorkerUsesTheBackDoorAlone =
      noClasses()
          .that()
          .resideInAPackage("org.shiftscope.server.worker..")
          .should()
          .dependOnClassesThat(oneOf(Storage.class, Experiments.class));

  /**
   * {@code Kind} and {@code KindPage} have the two switches; a sealed interface names what it
   * permits.
   */
  @ArchTest
  static final ArchRule twoClassesAloneKnowAllKinds =
      classes().that().doNotBelongToAnyOf(Kind.class, KindPage.class).should(nameOneKindAtMost());

  /** What a page says was found is what REST says: both read the findings. */
  @ArchTest
  static final ArchRule pagesShowStatisticsAndComputeNone =
      noClasses()
          .that()
          .resideInAPackage(UI)
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.hipparchus..")
                  .or(resideInAPackage("org.shiftscope.compute.statistics.."))
                  .and(not(oneOf(ConfidenceInterval.class, Tau.class, Verdict.class))))
          .orShould()
          .callMethodWhere(
              target(nameMatching("average|averaging.*|summarizing.*|getAverage"))
                  .and(target(owner(resideInAPackage("java.util..")))));

  @ArchTest
  static final ArchRule noPackageIsADrawerForAnything =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..common..",
              "..util..",
              "..utils..",
              "..helper..",
              "..helpers..",
              "..misc..",
              "..manager..");

  @ArchTest
  static final ArchRule eachNameIsThatOfOneClass =
      classes()
          .that()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should(haveASimpleNameOfTheirOwn());

  @ArchTest
  static final ArchRule everyPackageIsNullMarked = classes().should(resideInANullMarkedPackage());

  /**
   * A package directly below a module's, with all below it; the module's own package is one too.
   */
  private static SliceAssignment rooms() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass found) {
        String[] names = found.getPackageName().split("\\.");
        return names.length < 3
            ? SliceIdentifier.ignore()
            : SliceIdentifier.of(names[2], names.length > 3 ? names[3] : "");
      }

      @Override
      public String getDescription() {
        return "rooms of the modules";
      }
    };
  }

  private static DescribedPredicate<JavaClass> oneOf(Class<?>... classes) {
    return DescribedPredicate.describe(
        Arrays.toString(classes), found -> Arrays.stream(classes).anyMatch(found::isEquivalentTo));
  }

  private static ArchCondition<JavaClass> nameOneKindAtMost() {
    Set<String> kinds = kinds(ExperimentSpec.class).map(Class::getName).collect(toSet());
    return new ArchCondition<>("name the spec of one kind at most") {
      @Override
      public void check(JavaClass found, ConditionEvents events) {
        Set<String> named =
            found.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .filter(kinds::contains)
                .collect(toSet());
        events.add(
            new SimpleConditionEvent(
                found, named.size() < 2, found.getName() + " names " + named + "; see Kind"));
      }
    };
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(ArchitectureTest::kinds)
        : Stream.of(type);
  }

  private static ArchCondition<JavaClass> haveASimpleNameOfTheirOwn() {
    return new ArchCondition<>("have a simple name of their own") {
      private Map<String, List<String>> named = Map.of();

      @Override
      public void init(Collection<JavaClass> all) {
        named =
            all.stream()
                .collect(
                    groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
      }

      @Override
      public void check(JavaClass found, ConditionEvents events) {
        List<String> all = named.getOrDefault(found.getSimpleName(), List.of());
        events.add(new SimpleConditionEvent(found, all.size() == 1, "One name for two: " + all));
      }
    };
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass found, ConditionEvents events) {
        boolean marked = found.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                found, marked, found.getPackageName() + " is not @NullMarked, see " + found));
      }
    };
  }
}
