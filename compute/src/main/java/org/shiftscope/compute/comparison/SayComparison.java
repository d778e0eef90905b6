package org.shiftscope.compute.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.ExperimentComparison.AtEqualTemperature;
import org.shiftscope.compute.result.ExperimentComparison.Other;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.compute.result.ExperimentComparison.Side;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.spec.SpecDifference;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/**
 * Says what a comparison found.
 *
 * @param reference what the others are compared with
 * @param others those
 * @param tests how many tests Holm's correction goes over
 * @param level of the tests
 */
record SayComparison(Side reference, List<Side> others, int tests, double level) {

  private static final String QUARTER = "a quarter of T's own effect";

  /** Names of quantities in a sentence; more are counted. */
  private static final int MOST_NAMES = 5;

  /** What differs between two specs. */
  static String differences(List<SpecDifference> all) {
    List<SpecDifference> change = all.stream().filter(SpecDifference::changesTrials).toList();
    List<SpecDifference> choose = all.stream().filter(each -> !each.changesTrials()).toList();
    String changed =
        switch (change.size()) {
          case 0 -> "It differs in nothing that changes a trial.";
          case 1 -> "It differs in one thing, " + list(change) + ".";
          default ->
              "Confounded: it differs in "
                  + change.size()
                  + " things, and what is found may come of any of them: "
                  + list(change)
                  + ".";
        };
    return choose.isEmpty()
        ? changed
        : changed + " Beside that, which changes no trial, " + list(choose) + ".";
  }

  private static String list(List<SpecDifference> differences) {
    return differences.stream().map(SpecDifference::sentence).collect(Collectors.joining("; "));
  }

  /** How many trials there are, where some are to come, and which are left out. */
  static String trials(CountedTrials trials) {
    String part =
        trials.ended() < trials.asked()
            ? trials.ended() + " of " + SayNumber.trials(trials.asked()) + " have a result so far. "
            : "";
    return (part + trials.sentence()).strip();
  }

  /** The comparison in short, a few sentences for each experiment. */
  String all(List<Quantity> quantities) {
    if (others.isEmpty()) {
      return "There is nothing to compare “" + reference.name() + "” with.";
    }
    return tests == 0
        ? nothing(quantities)
        : others.stream().map(other -> found(other, quantities)).collect(Collectors.joining(" "));
  }

  private String nothing(List<Quantity> quantities) {
    return quantities.stream().allMatch(quantity -> Double.isNaN(quantity.margin()))
        ? "Nothing can be told: how far T itself moves a quantity is the measure, and “"
            + reference.name()
            + "” has results at "
            + (reference.temperatures().size() == 1
                ? "one temperature only. Compare with an experiment of several as the first."
                : "fewer than two temperatures so far.")
        : "Nothing can be told yet: it takes results of three seeds of both experiments at one temperature.";
  }

  /** What was found of one experiment. */
  String found(Side other, List<Quantity> quantities) {
    List<AtEqualTemperature> all =
        quantities.stream()
            .flatMap(quantity -> of(other, quantity).stream())
            .flatMap(each -> each.temperatures().stream())
            .filter(test -> !Double.isNaN(test.equal()))
            .toList();
    if (all.isEmpty()) {
      return "Of “" + other.name() + "” nothing can be told yet.";
    }
    return "At equal T, “"
        + other.name()
        + "” gives the same as “"
        + reference.name()
        + "” within "
        + QUARTER
        + " in "
        + count(all, Verdict.EQUIVALENT)
        + " of "
        + all.size()
        + (all.size() == 1 ? " test" : " tests")
        + " and something different in "
        + count(all, Verdict.DIFFERENT)
        + "; "
        + count(all, Verdict.UNDECIDED)
        + (count(all, Verdict.UNDECIDED) == 1 ? " is undecided." : " are undecided.")
        + afterHolm(all)
        + where(other, quantities);
  }

  private String afterHolm(List<AtEqualTemperature> all) {
    return " After Holm's correction over all "
        + tests
        + " tests here, "
        + standing(all, Verdict.EQUIVALENT)
        + " equal and "
        + standing(all, Verdict.DIFFERENT)
        + " different stand.";
  }

  private long standing(List<AtEqualTemperature> all, Verdict verdict) {
    return all.stream().filter(test -> test.verdict() == verdict && test.standsAt(level)).count();
  }

  private static long count(List<AtEqualTemperature> all, Verdict verdict) {
    return all.stream().filter(test -> test.verdict() == verdict).count();
  }

  /** " Different: test loss of SGD (higher at T = 0.03)."; empty where nothing is. */
  private String where(Side other, List<Quantity> quantities) {
    List<String> different = new ArrayList<>();
    for (Quantity quantity : quantities) {
      String at = of(other, quantity).map(each -> different(each.temperatures())).orElse("");
      if (!at.isEmpty()) {
        different.add(quantity.title() + time(quantity) + " (" + at + ")");
      }
    }
    if (different.isEmpty()) {
      return "";
    }
    int more = different.size() - MOST_NAMES;
    return " Different: "
        + different.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
        + (more > 0 ? ", and " + more + " more" : "")
        + ".";
  }

  /** "higher at T = 0.01, 0.03"; empty where none is different. */
  private static String different(List<AtEqualTemperature> tests) {
    return Stream.of(
            at("higher", tests, test -> test.difference() > 0),
            at("lower", tests, test -> test.difference() < 0))
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String at(
      String word, List<AtEqualTemperature> tests, Predicate<AtEqualTemperature> side) {
    List<AtEqualTemperature> there =
        tests.stream().filter(test -> test.verdict() == Verdict.DIFFERENT).filter(side).toList();
    return there.isEmpty() ? "" : word + " at T = " + temperatures(there);
  }

  /** A quantity with what was found of it. */
  Quantity with(Quantity quantity) {
    return quantity.saying(sentence(quantity));
  }

  private String sentence(Quantity quantity) {
    String name = quantity.title() + time(quantity);
    if (Double.isNaN(quantity.margin())) {
      return name
          + ": "
          + (quantity.means().size() < 2
              ? "“"
                  + reference.name()
                  + "” has it at fewer than two temperatures, so that what T changes of it is not known, and nothing is decided."
              : "T changes nothing of it on “"
                  + reference.name()
                  + "”, so that nothing is decided.");
    }
    String margin =
        QUARTER
            + " (± "
            + SayNumber.significant(quantity.margin())
            + (quantity.unit().isEmpty() ? "" : " " + quantity.unit())
            + ")";
    return name
        + ": at equal T, within "
        + margin
        + ", "
        + quantity.others().stream()
            .map(other -> "“" + name(other) + "” " + said(other.temperatures()))
            .collect(Collectors.joining("; "))
        + "."
        + (quantity.direction() == Direction.NONE
            ? " On “"
                + reference.name()
                + "” it shows no trend with T that can be told, so that the margin may be chance."
            : "");
  }

  private String said(List<AtEqualTemperature> all) {
    List<AtEqualTemperature> tested =
        all.stream().filter(test -> !Double.isNaN(test.equal())).toList();
    if (tested.isEmpty()) {
      return "has too few trials beside it";
    }
    String same =
        "gives the same as “"
            + reference.name()
            + "” at "
            + count(tested, Verdict.EQUIVALENT)
            + " of "
            + tested.size()
            + (tested.size() == 1 ? " temperature" : " temperatures");
    String undecided = undecided(tested);
    return Stream.of(same, different(tested), undecided, unpaired(tested))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String undecided(List<AtEqualTemperature> tested) {
    List<AtEqualTemperature> there =
        tested.stream().filter(test -> test.verdict() == Verdict.UNDECIDED).toList();
    return there.isEmpty() ? "" : "undecided at T = " + temperatures(there);
  }

  /** Without pairs the seeds' spread hides more. */
  private static String unpaired(List<AtEqualTemperature> tested) {
    List<AtEqualTemperature> there = tested.stream().filter(test -> test.pairs() == 0).toList();
    if (there.isEmpty()) {
      return "";
    }
    return there.size() == tested.size()
        ? "not in pairs, for want of common " + there.getFirst().drawn()
        : "not in pairs at T = " + temperatures(there);
  }

  private static String temperatures(List<AtEqualTemperature> tests) {
    return tests.stream()
        .map(test -> SayNumber.significant(test.temperature()))
        .collect(Collectors.joining(", "));
  }

  private static String time(Quantity quantity) {
    return quantity.flowTime().map(time -> " at " + SayTimes.one(time)).orElse("");
  }

  private String name(Other other) {
    return others.stream()
        .filter(side -> side.experiment().equals(other.experiment()))
        .map(Side::name)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<Other> of(Side side, Quantity quantity) {
    return quantity.others().stream()
        .filter(other -> other.experiment().equals(side.experiment()))
        .findFirst();
  }
}
