package org.shiftscope.compute.kind.twostage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shiftscope.compute.claim.ByDraw;
import org.shiftscope.compute.claim.PairEnds;
import org.shiftscope.compute.claim.WeighMeans;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Effect;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.TwoStageFindings;
import org.shiftscope.compute.result.TwoStageFindings.EqualTemperature;
import org.shiftscope.compute.result.TwoStageFindings.Loss;
import org.shiftscope.compute.result.TwoStageMeasurement;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * What two stages hold for or against C6 and C7. C6 is a claim of small steps: a test is evidence
 * where η·h is below {@value #LARGEST_STEP}, at which SGD's spread along the steepest direction is
 * twice that of Eq. 11, or where h was not asked for. h is that of the smallest batch of the
 * temperature, since a run that breaks away ends at another h. C7 is looked at where steps are
 * smallest: at the smallest batch.
 *
 * @param spec the experiment
 * @param seen its trials
 * @param found what they found
 */
record ClaimTwoStage(TwoStage spec, Seen<TwoStageMeasurement> seen, TwoStageFindings found) {

  private static final double LARGEST_STEP = 1;

  /** The share of the test loss within which the train loss is taken for constant. */
  private static final double MARGIN = 0.1;

  private static final String NATS = "nats";
  private static final String TAB = "figures";

  List<ClaimEvidence> all() {
    if (seen.results().isEmpty()) {
      return List.of();
    }
    List<ClaimEvidence> all = new ArrayList<>();
    found.equalTemperatures().stream()
        .filter(this::hasSmallSteps)
        .map(this::equal)
        .forEach(all::add);
    all.addAll(ofTemperature());
    return all;
  }

  private boolean hasSmallSteps(EqualTemperature test) {
    double atSmallest =
        found.settings().stream()
            .filter(each -> each.temperature() == test.temperature())
            .filter(each -> each.batchSize() == test.smallest())
            .mapToDouble(TwoStageFindings.Setting::sharpness)
            .findFirst()
            .orElse(Double.NaN);
    return !(atSmallest / test.smallest() * test.batchSize() >= LARGEST_STEP);
  }

  /** C6. */
  private ClaimEvidence equal(EqualTemperature test) {
    Seen<TwoStageMeasurement> reference = at(test.temperature(), test.smallest());
    Seen<TwoStageMeasurement> other = at(test.temperature(), test.batchSize());
    ByDraw differences = differences(reference, other, test.loss()::of);
    Uncertain mean = differences.mean(0);
    return WeighMeans.estimate(
        new Subject(
            Claim.C6,
            test.loss().id() + "-loss-at-" + plain(test.temperature()) + "-of-" + test.batchSize(),
            test.loss().title()
                + " at T = "
                + SayNumber.significant(test.temperature())
                + ", B = "
                + test.batchSize()
                + " less B = "
                + test.smallest(),
            "",
            Optional.empty(),
            TAB,
            "equal-temperature-" + test.loss().id()),
        new Effect(
            "The difference",
            mean.value(),
            NATS,
            WeighMeans.interval(mean),
            Claimed.about(0, margin())),
        mean,
        "two one-sided t-tests, paired by initialisation",
        differences);
  }

  /** 0.0001, where a double says 1.0E-4. */
  private static String plain(double temperature) {
    return new BigDecimal(Double.toString(temperature)).stripTrailingZeros().toPlainString();
  }

  /**
   * Of the loss that T changes more: where the train loss is constant, as C7 has it, a share of its
   * own range would be no margin.
   */
  private double margin() {
    return found.equalTemperatures().stream()
        .mapToDouble(EqualTemperature::margin)
        .max()
        .orElseThrow();
  }

  private Seen<TwoStageMeasurement> at(double temperature, int batchSize) {
    return where(
        i ->
            seen.places().get(i).temperature() == temperature
                && seen.results().get(i).batchSize() == batchSize);
  }

  private Seen<TwoStageMeasurement> where(IntPredicate counts) {
    int[] there = IntStream.range(0, seen.results().size()).filter(counts).toArray();
    return seen.of(
        IntStream.of(there).mapToObj(seen.places()::get).toList(),
        IntStream.of(there).mapToObj(seen.results()::get).toList());
  }

  /** Over the initialisations that have both. */
  private static ByDraw differences(
      Seen<TwoStageMeasurement> reference,
      Seen<TwoStageMeasurement> other,
      ToDoubleFunction<TwoStageMeasurement> value) {
    Map<Place, Double> references = new HashMap<>();
    for (int i = 0; i < reference.results().size(); i++) {
      references.put(
          initialisation(reference.places().get(i)),
          value.applyAsDouble(reference.results().get(i)));
    }
    double[] differences =
        IntStream.range(0, other.results().size())
            .mapToDouble(
                i ->
                    value.applyAsDouble(other.results().get(i))
                        - references.getOrDefault(
                            initialisation(other.places().get(i)), Double.NaN))
            .toArray();
    return ByDraw.of(other.places(), differences);
  }

  private static Place initialisation(Place place) {
    return new Place(0, 0, place.seed(), place.split());
  }

  /** C7, in pairs of one initialisation, whose level may differ by more than T changes. */
  private List<ClaimEvidence> ofTemperature() {
    int smallest = spec.batchSizes().stream().mapToInt(Integer::intValue).min().orElseThrow();
    Seen<TwoStageMeasurement> least = where(i -> seen.results().get(i).batchSize() == smallest);
    PairEnds<TwoStageMeasurement> ends = PairEnds.of(least);
    return List.of(
        WeighMeans.above(
            about("final-test-loss", Loss.TEST, smallest),
            "How much lower it is at the highest T than at the lowest",
            NATS,
            ByDraw.of(ends.places(), ends.change(trial -> -Loss.TEST.of(trial)))),
        WeighMeans.ratio(
            about("final-train-loss", Loss.TRAIN, smallest),
            "The change from the lowest T to the highest, in parts of the test loss at the lowest,",
            ByDraw.of(ends.places(), ends.change(Loss.TRAIN::of), ends.atLowest(Loss.TEST::of)),
            Claimed.about(0, MARGIN)));
  }

  private static Subject about(String id, Loss loss, int batchSize) {
    return new Subject(
        Claim.C7,
        id,
        "Final " + loss.title().toLowerCase(Locale.ROOT) + " at B = " + batchSize,
        "",
        Optional.empty(),
        TAB,
        "collapse-" + loss.id());
  }
}
