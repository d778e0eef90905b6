package org.shiftscope.compute.kind.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.NumberRuns;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.League;
import org.shiftscope.compute.result.League.Association;
import org.shiftscope.compute.result.League.Needs;
import org.shiftscope.compute.result.League.Row;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.result.Measures.Measured;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.statistics.KendallOverSeeds;
import org.shiftscope.compute.statistics.KendallOverSeeds.Pairs;
import org.shiftscope.compute.statistics.PermuteSeeds;

/** Finds which measure goes with the test loss. */
final class FindLeague {

  /** All that are compared: with more it would take seconds. */
  private static final int MOST_SEEDS = 100;

  private static final String PAPER = "Bradley et al. 2021";

  private static final List<Contender> OWN =
      List.of(
          new Contender(
              SayLeague.BY_FIT,
              "Shift-curvature ½ κ_te",
              "nats",
              PAPER + ", by the fit, which reaches to L_te(θ_tr)",
              Needs.ANSWER,
              Invariance.INVARIANT,
              trial -> trial.testFit().halfKappa()),
          new Contender(
              SayLeague.EXACT,
              "Exact shift-curvature ½ sᵀHs",
              "nats",
              PAPER,
              Needs.TEST,
              Invariance.INVARIANT,
              trial -> trial.testFit().exactKappa() / 2),
          new Contender(
              "second-order",
              "Second order gᵀs + ½ sᵀHs",
              "nats",
              PAPER + ", with the slope at θ_te",
              Needs.TEST,
              Invariance.INVARIANT,
              trial -> trial.testFit().slope() + trial.testFit().exactKappa() / 2),
          new Contender(
              "shift-norm",
              "Length of the shift ‖s‖",
              "length",
              PAPER,
              Needs.TEST,
              Invariance.NOT_INVARIANT,
              ShiftMeasurement::shiftNorm),
          new Contender(
              "train-curvature",
              "Train curvature κ_tr / ‖s‖²",
              "nats / length²",
              PAPER + ", by the fit",
              Needs.TEST,
              Invariance.NOT_INVARIANT,
              trial -> trial.trainFit().curvature()),
          new Contender(
              "train-loss",
              "Train loss L_tr(θ_tr)",
              "nats",
              "the baseline; the gap contains it",
              Needs.TRAIN,
              Invariance.INVARIANT,
              trial -> trial.trainPoint().loss()),
          new Contender(
              "test-largest",
              "Largest eigenvalue of H_te at θ_te",
              "nats / length²",
              "Eigenvalues of this sweep",
              Needs.TEST,
              Invariance.NOT_INVARIANT,
              spectra(spectra -> spectra.test().largest().get(0))),
          new Contender(
              "test-trace",
              "tr H_te at θ_te",
              "nats / length²",
              "Traces of this sweep",
              Needs.TEST,
              Invariance.NOT_INVARIANT,
              spectra(spectra -> spectra.test().trace())));

  private final Seen<ShiftMeasurement> seen;

  /** Places of the trials that are compared. */
  private final int[] compared;

  private final double[] temperatures;
  private final long[] seeds;
  private final double[] testLoss;
  private final double[] gap;

  private FindLeague(Seen<ShiftMeasurement> seen) {
    this.seen = seen;
    List<Place> places = seen.places();
    long[] runs = NumberRuns.of(places);
    Set<Long> first =
        LongStream.of(runs).distinct().limit(MOST_SEEDS).boxed().collect(Collectors.toSet());
    compared = IntStream.range(0, places.size()).filter(i -> first.contains(runs[i])).toArray();
    temperatures = IntStream.of(compared).mapToDouble(i -> places.get(i).temperature()).toArray();
    seeds = IntStream.of(compared).mapToLong(i -> runs[i]).toArray();
    testLoss = seen.each(trial -> trial.eq3().testLossAtTrainPoint());
    gap = seen.each(trial -> trial.eq3().testLossAtTrainPoint() - trial.trainPoint().loss());
  }

  private double[] compared(double[] values) {
    return IntStream.of(compared).mapToDouble(i -> values[i]).toArray();
  }

  static League of(Seen<ShiftMeasurement> seen) {
    return new FindLeague(seen).find();
  }

  private League find() {
    List<Contender> contenders = contenders();
    List<double[]> values = contenders.stream().map(each -> seen.each(each.value())).toList();
    double[][] pValues =
        new PermuteSeeds(temperatures, seeds, seen.stream().split("league").split("permutations"))
            .adjusted(
                values.stream().map(this::compared).toList(),
                List.of(compared(testLoss), compared(gap)));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      rows.add(row(contenders.get(i), values.get(i), pValues[i]));
    }
    rows.sort(Comparator.comparingDouble(FindLeague::rank));
    return new League(
        rows,
        Series.of(testLoss),
        Series.of(gap),
        SayLeague.sentence(rows, temperatures, seeds, NumberRuns.onSplits(seen.places())),
        SayLeague.limits(NumberRuns.onSplits(seen.places())));
  }

  /** Those that at least one trial has. */
  private List<Contender> contenders() {
    Stream<Contender> taken =
        Stream.of(MeasureName.values())
            .flatMap(
                name ->
                    seen.results().stream()
                        .flatMap(trial -> measured(trial, name).stream())
                        .limit(1)
                        .map(FindLeague::contender));
    return Stream.concat(OWN.stream(), taken)
        .filter(each -> seen.results().stream().anyMatch(trial -> each.known(trial)))
        .toList();
  }

  private static Contender contender(Measured measured) {
    return new Contender(
        measured.name().id(),
        measured.name().title(),
        measured.unit(),
        measured.source(),
        Needs.TRAIN,
        measured.invariance(),
        trial -> measured(trial, measured.name()).map(Measured::value).orElse(Double.NaN));
  }

  private static Optional<Measured> measured(ShiftMeasurement trial, MeasureName name) {
    return trial.measures().flatMap(measures -> measures.of(name));
  }

  private static ToDoubleFunction<ShiftMeasurement> spectra(ToDoubleFunction<Spectra> number) {
    return trial -> trial.spectra().map(number::applyAsDouble).orElse(Double.NaN);
  }

  private Row row(Contender contender, double[] values, double[] pValues) {
    return new Row(
        contender.id(),
        contender.title(),
        contender.unit(),
        contender.source(),
        contender.needs(),
        contender.invariance(),
        (int) IntStream.range(0, values.length).filter(i -> Double.isFinite(values[i])).count(),
        Series.of(values),
        association(contender.id(), values, testLoss, pValues[0]),
        association(contender.id(), values, gap, pValues[1]));
  }

  private Association association(String id, double[] values, double[] loss, double pValue) {
    var kendall =
        new KendallOverSeeds(temperatures, seeds, seen.stream().split("league").split(id));
    return new Association(
        kendall.of(compared(values), compared(loss), Pairs.WITHIN_GROUPS),
        pValue,
        kendall.of(compared(values), compared(loss), Pairs.ACROSS_GROUPS));
  }

  private static double rank(Row row) {
    double tau = row.withTestLoss().withinT().value();
    return Double.isNaN(tau) ? 2 : -tau;
  }

  /**
   * What is ranked.
   *
   * @param id its name in JSON
   * @param value NaN where a trial does not have it
   */
  private record Contender(
      String id,
      String title,
      String unit,
      String source,
      Needs needs,
      Invariance invariance,
      ToDoubleFunction<ShiftMeasurement> value) {

    boolean known(ShiftMeasurement trial) {
      return Double.isFinite(value.applyAsDouble(trial));
    }
  }
}
