package org.shiftscope.compute.kind.twostage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.HardlyTrained;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RemarkOnTraining;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.kind.twostage.CompareEqualTemperatures.Cell;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.TwoStageFindings;
import org.shiftscope.compute.result.TwoStageFindings.Change;
import org.shiftscope.compute.result.TwoStageFindings.Collapse;
import org.shiftscope.compute.result.TwoStageFindings.EqualTemperature;
import org.shiftscope.compute.result.TwoStageFindings.Loss;
import org.shiftscope.compute.result.TwoStageFindings.Setting;
import org.shiftscope.compute.result.TwoStageMeasurement;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.statistics.Spread;

/** Finds whether losses depend on T alone, and where they go as it rises. */
final class FindTwoStage {

  private static final String NATS = "nats";

  private static final List<TrendQuantity<TwoStageMeasurement>> QUANTITIES =
      List.of(
          TrendQuantity.of(
              "final-train-loss", "Final train loss", NATS, trial -> trial.last().trainLoss()),
          TrendQuantity.of(
              "final-test-loss", "Final test loss", NATS, trial -> trial.last().testLoss()),
          TrendQuantity.of(
              "train-loss-change",
              "Change of the train loss in the second stage",
              NATS,
              TwoStageMeasurement::trainChange),
          TrendQuantity.of(
              "test-loss-change",
              "Change of the test loss in the second stage",
              NATS,
              TwoStageMeasurement::testChange),
          TrendQuantity.of(
              "final-train-accuracy",
              "Final train accuracy",
              "",
              trial -> trial.sgd().trainAccuracy()),
          TrendQuantity.of(
              "final-test-accuracy",
              "Final test accuracy",
              "",
              trial -> trial.sgd().testAccuracy()),
          TrendQuantity.of(
              "largest-eigenvalue",
              "Largest eigenvalue of the train loss",
              "nats / length²",
              TwoStageMeasurement::largestEigenvalue));

  private FindTwoStage() {}

  static TwoStageFindings of(
      TwoStage spec, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<TwoStageMeasurement> seen = sort(spec, results, include);
    var compare = new CompareEqualTemperatures(cells(spec, seen), spec.second().margin());
    List<EqualTemperature> tests = compare.tests();
    List<Collapse> collapses = compare.collapses(tests);
    List<Change> changes = compare.changes();
    List<TemperatureTrend> trends = FindTrend.all(seen, quantities(spec));
    List<Setting> settings = settings(spec, seen, results);
    return new TwoStageFindings(
        new SayTwoStage(spec, seen.trials(), settings, collapses, changes, trends).sentences(),
        seen.trials(),
        trends,
        settings,
        tests,
        collapses,
        changes);
  }

  /**
   * Which trials count. A large η that loses what was learnt does: leaving it out would hide what
   * it breaks.
   */
  static Seen<TwoStageMeasurement> sort(
      TwoStage spec, Map<Integer, ? extends TrialResult> results, Include include) {
    return new SortTrials<>(spec, TwoStageMeasurement.class, FindTwoStage::remarks)
        .sort(results, include);
  }

  private static Set<Remark> remarks(TwoStageMeasurement trial) {
    return RemarkOnTraining.of(trial.sgd(), HardlyTrained.is(trial.first().trainLoss()));
  }

  /** Of all batch sizes, and of the smallest, whose η is the smallest of each T, alone. */
  private static List<TrendQuantity<TwoStageMeasurement>> quantities(TwoStage spec) {
    int smallest = spec.batchSizes().stream().min(Comparator.naturalOrder()).orElseThrow();
    return Stream.concat(
            QUANTITIES.stream(),
            Stream.of(
                atSmallest(smallest, "train-loss-at-smallest-batch", Loss.TRAIN),
                atSmallest(smallest, SayTwoStage.TEST_TREND, Loss.TEST)))
        .toList();
  }

  private static TrendQuantity<TwoStageMeasurement> atSmallest(int smallest, String id, Loss loss) {
    return TrendQuantity.of(
        id,
        "Final " + loss.title().toLowerCase(Locale.ROOT) + " at B = " + smallest,
        NATS,
        trial -> trial.batchSize() == smallest ? loss.of(trial) : Double.NaN);
  }

  private static TreeMap<Double, TreeMap<Integer, Cell>> cells(
      TwoStage spec, Seen<TwoStageMeasurement> seen) {
    TreeMap<Double, TreeMap<Integer, Cell>> cells = new TreeMap<>();
    of(seen)
        .forEach(
            (temperature, batches) ->
                batches.forEach(
                    (batchSize, indices) ->
                        cells
                            .computeIfAbsent(temperature, _ -> new TreeMap<>())
                            .put(batchSize, cell(spec, seen, indices))));
    return cells;
  }

  private static Cell cell(TwoStage spec, Seen<TwoStageMeasurement> seen, List<Integer> indices) {
    Map<Integer, double[]> losses = new HashMap<>();
    for (int i : indices) {
      TwoStageMeasurement trial = seen.results().get(i);
      losses.put(
          spec.firstOf(seen.places().get(i).trial()),
          new double[] {trial.last().trainLoss(), trial.last().testLoss()});
    }
    return new Cell(spread(seen, indices, TwoStageMeasurement::sharpness).mean(), losses);
  }

  /** Places in the counted trials by T and B. */
  private static TreeMap<Double, TreeMap<Integer, List<Integer>>> of(
      Seen<TwoStageMeasurement> seen) {
    TreeMap<Double, TreeMap<Integer, List<Integer>>> at = new TreeMap<>();
    for (int i = 0; i < seen.results().size(); i++) {
      at.computeIfAbsent(seen.places().get(i).temperature(), _ -> new TreeMap<>())
          .computeIfAbsent(seen.results().get(i).batchSize(), _ -> new ArrayList<>())
          .add(i);
    }
    return at;
  }

  private static Spread spread(
      Seen<TwoStageMeasurement> seen,
      List<Integer> indices,
      ToDoubleFunction<TwoStageMeasurement> value) {
    return Spread.of(
        indices.stream().mapToDouble(i -> value.applyAsDouble(seen.results().get(i))).toArray());
  }

  private static List<Setting> settings(
      TwoStage spec, Seen<TwoStageMeasurement> seen, Map<Integer, ? extends TrialResult> results) {
    var counted = of(seen);
    List<Setting> settings = new ArrayList<>();
    for (double temperature : spec.temperatures().values().stream().sorted().toList()) {
      for (int batchSize : spec.batchSizes().stream().sorted(Comparator.naturalOrder()).toList()) {
        List<Integer> indices =
            counted.getOrDefault(temperature, new TreeMap<>()).getOrDefault(batchSize, List.of());
        Spread train = spread(seen, indices, trial -> trial.last().trainLoss());
        Spread test = spread(seen, indices, trial -> trial.last().testLoss());
        settings.add(
            new Setting(
                temperature,
                batchSize,
                temperature * batchSize,
                indices.size(),
                diverged(spec, temperature, batchSize, results),
                train.mean(),
                train.deviation(),
                test.mean(),
                test.deviation(),
                spread(seen, indices, TwoStageMeasurement::sharpness).mean()));
      }
    }
    return settings;
  }

  /** A second stage without a first one to start from took no step, and says nothing of (η, B). */
  private static int diverged(
      TwoStage spec,
      double temperature,
      int batchSize,
      Map<Integer, ? extends TrialResult> results) {
    return (int)
        IntStream.range(spec.firstStages(), spec.trialCount())
            .filter(
                trial ->
                    results.get(trial) instanceof Diverged(_, long step, _)
                        && step > 0
                        && spec.temperatureOf(trial) == temperature
                        && spec.batchSizeOf(trial) == batchSize)
            .count();
  }
}
