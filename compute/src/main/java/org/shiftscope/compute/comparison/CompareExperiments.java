package org.shiftscope.compute.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.comparison.PairTrials.Counted;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.TellApart;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.AtEqualTemperature;
import org.shiftscope.compute.result.ExperimentComparison.Other;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.compute.result.ExperimentComparison.Side;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.result.TimedTrend;
import org.shiftscope.compute.spec.CompareSpecs;
import org.shiftscope.compute.spec.SpecDifference;
import org.shiftscope.compute.statistics.Holm;

/**
 * Compares experiments with a reference at equal temperature. Two are equal in a quantity at a
 * temperature where their mean difference lies within {@value #SHARE} of what T itself changes of
 * it: of the range of the reference's means over its temperatures. A pure function of specs and
 * findings.
 */
public final class CompareExperiments {

  /** As in the comparison at equal T within an experiment of two stages, by default. */
  private static final double SHARE = 0.25;

  private static final double LEVEL = 0.05;

  /** A range of the means below this share of the largest is round-off. */
  private static final double NOISE = 1e-9;

  private final ComparedExperiment reference;
  private final List<ComparedExperiment> others;
  private final List<String> names;

  private CompareExperiments(ComparedExperiment reference, List<ComparedExperiment> others) {
    this.reference = reference;
    this.others = List.copyOf(others);
    List<ComparedExperiment> all = Stream.concat(Stream.of(reference), others.stream()).toList();
    names =
        TellApart.names(
            all.stream().map(ComparedExperiment::experiment).toList(),
            all.stream().map(ComparedExperiment::title).toList());
  }

  /**
   * Why an experiment cannot be compared with a reference: a law that follows its name; empty where
   * it can.
   */
  public static Optional<String> refuse(ComparedExperiment reference, ComparedExperiment other) {
    if (reference.sharedWith(other).isEmpty()) {
      return Optional.of(
          "must have a temperature in common with the first experiment, which has T = "
              + temperatures(reference.temperatures())
              + "; its own are T = "
              + temperatures(other.temperatures()));
    }
    return reference.quantities().stream().anyMatch(each -> same(other, each).isPresent())
        ? Optional.empty()
        : Optional.of(
            "must have a quantity in common with the first experiment at the same flow time; that one is of the kind "
                + reference.spec().kind()
                + ", it is of the kind "
                + other.spec().kind());
  }

  /**
   * Compares.
   *
   * @param others none of which is refused; may be empty
   */
  public static ExperimentComparison of(
      ComparedExperiment reference, List<ComparedExperiment> others) {
    return new CompareExperiments(reference, others).compare();
  }

  private ExperimentComparison compare() {
    List<Quantity> quantities =
        adjust(
            reference.quantities().stream()
                .map(this::quantity)
                .filter(quantity -> !quantity.others().isEmpty())
                .toList());
    int tests = (int) tests(quantities).filter(test -> !Double.isNaN(test.equal())).count();
    Side first = side(0, reference, List.of());
    List<Side> sides =
        IntStream.range(0, others.size())
            .mapToObj(
                i ->
                    side(
                        i + 1,
                        others.get(i),
                        CompareSpecs.of(reference.spec(), others.get(i).spec())))
            .toList();
    var say = new SayComparison(first, sides, tests, LEVEL);
    return new ExperimentComparison(
        say.all(quantities),
        SHARE,
        tests,
        LEVEL,
        first,
        sides.stream().map(side -> side.finding(say.found(side, quantities))).toList(),
        quantities.stream().map(say::with).toList());
  }

  private Side side(int name, ComparedExperiment of, List<SpecDifference> differences) {
    long change = differences.stream().filter(SpecDifference::changesTrials).count();
    return new Side(
        of.experiment(),
        names.get(name),
        reference.sharedWith(of),
        differences,
        change > 1,
        name == 0 ? "" : SayComparison.differences(differences),
        SayComparison.trials(of.findings().trials()),
        "");
  }

  private Quantity quantity(TimedTrend timed) {
    TemperatureTrend trend = timed.trend();
    double margin = margin(trend.temperatures());
    return new Quantity(
        trend.id(),
        trend.title(),
        trend.unit(),
        timed.flowTime(),
        margin,
        trend.test().direction(),
        trend.temperatures(),
        others.stream()
            .flatMap(
                other -> same(other, timed).map(its -> other(trend, other, its, margin)).stream())
            .toList(),
        "");
  }

  private Other other(
      TemperatureTrend trend, ComparedExperiment other, TemperatureTrend its, double margin) {
    Counted first = Counted.of(reference);
    Counted second = Counted.of(other);
    return new Other(
        other.experiment(),
        its.temperatures(),
        reference.sharedWith(other).stream()
            .map(
                t ->
                    new TestEquality(t, PairTrials.at(t, first, second), margin)
                        .of(trend.values(), its.values()))
            .toList());
  }

  private static Optional<TemperatureTrend> same(ComparedExperiment other, TimedTrend timed) {
    return other.quantities().stream()
        .filter(its -> its.flowTime().equals(timed.flowTime()))
        .map(TimedTrend::trend)
        .filter(its -> its.id().equals(timed.trend().id()))
        .findFirst();
  }

  private static double margin(List<Mean> means) {
    double[] values = means.stream().mapToDouble(Mean::mean).toArray();
    double range =
        DoubleStream.of(values).max().orElse(0) - DoubleStream.of(values).min().orElse(0);
    double largest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
    return range > NOISE * largest ? SHARE * range : Double.NaN;
  }

  /**
   * With Holm's correction over all tests; a test counts twice, since it may be wrong both ways.
   */
  private static List<Quantity> adjust(List<Quantity> quantities) {
    double[] adjusted =
        Holm.adjust(
            tests(quantities)
                .mapToDouble(test -> Math.min(1, 2 * Math.min(test.equal(), test.different())))
                .toArray());
    PrimitiveIterator.OfDouble next = Arrays.stream(adjusted).iterator();
    List<Quantity> found = new ArrayList<>();
    for (Quantity quantity : quantities) {
      List<Other> with = new ArrayList<>();
      for (Other other : quantity.others()) {
        List<AtEqualTemperature> tests = new ArrayList<>();
        other.temperatures().forEach(test -> tests.add(test.adjustedTo(next.nextDouble())));
        with.add(new Other(other.experiment(), other.means(), tests));
      }
      found.add(quantity.with(with));
    }
    return found;
  }

  private static Stream<AtEqualTemperature> tests(List<Quantity> quantities) {
    return quantities.stream()
        .flatMap(quantity -> quantity.others().stream())
        .flatMap(other -> other.temperatures().stream());
  }

  private static String temperatures(List<Double> values) {
    return values.stream().map(SayNumber::significant).collect(Collectors.joining(", "));
  }
}
