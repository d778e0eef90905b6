package org.shiftscope.compute.kind.resampling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.CountGrades;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RemarkOnTraining;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.ResamplingFindings;
import org.shiftscope.compute.result.ResamplingFindings.SampleSize;
import org.shiftscope.compute.result.ResamplingFindings.Shuffle;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Resampling;

/** Finds whether the shift comes from another distribution or from finite samples. */
final class FindResampling {

  private static final String NATS = "nats";

  static final TrendQuantity<ShiftMeasurement> TEST_LOSS =
      TrendQuantity.of("sgd-test-loss", "Test loss of SGD", NATS, trial -> trial.sgd().testLoss());

  static final TrendQuantity<ShiftMeasurement> SHIFT =
      TrendQuantity.of(
          "shift-norm", "Length of the shift ‖s‖", "length", ShiftMeasurement::shiftNorm);

  private static final List<TrendQuantity<ShiftMeasurement>> QUANTITIES =
      List.of(
          TEST_LOSS,
          SHIFT,
          TrendQuantity.of(
              "sgd-gap",
              "Gap L_te − L_tr of SGD",
              NATS,
              trial -> trial.sgd().testLoss() - trial.sgd().trainLoss()),
          TrendQuantity.of(
              "sgd-train-loss", "Train loss of SGD", NATS, trial -> trial.sgd().trainLoss()),
          TrendQuantity.of(
              "exact-shift-curvature",
              "Exact shift-curvature ½ sᵀHs",
              NATS,
              trial -> trial.testFit().exactKappa() / 2),
          TrendQuantity.of(
              "shift-curvature",
              "Shift-curvature ½ κ_te",
              NATS,
              trial -> trial.testFit().halfKappa()),
          TrendQuantity.of("slope", "Slope gᵀs", NATS, trial -> trial.testFit().slope()),
          TrendQuantity.of(
              "excess-test-loss",
              "Excess L_te(θ_tr) − L_te(θ_te)",
              NATS,
              trial -> trial.eq3().testLossAtTrainPoint() - trial.eq3().testLossAtTestPoint()));

  private FindResampling() {}

  static ResamplingFindings of(
      Resampling spec, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<ShiftMeasurement> seen = sort(spec, results, include);
    Optional<Shuffle> shuffle =
        spec.shuffle()
            .map(asked -> new CompareSplits(spec, seen, asked.margin()).compare(QUANTITIES));
    Optional<SampleSize> sizes =
        spec.sizes().map(asked -> new FindSizeTrends(spec, seen, asked).find(QUANTITIES));
    Optional<PointGrades> grades = CountGrades.of(seen.results());
    return new ResamplingFindings(
        seen.results().isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(seen.trials(), say(shuffle, sizes), grades),
        seen.trials(),
        shuffle,
        sizes,
        grades);
  }

  /** Which trials count. */
  static Seen<ShiftMeasurement> sort(
      Resampling spec, Map<Integer, ? extends TrialResult> results, Include include) {
    return new SortTrials<>(spec, ShiftMeasurement.class, FindResampling::remarks)
        .sort(results, include);
  }

  private static Set<Remark> remarks(ShiftMeasurement trial) {
    return RemarkOnTraining.of(trial.sgd(), trial.outcome(), trial.trainPoint(), trial.testPoint());
  }

  private static List<String> say(Optional<Shuffle> shuffle, Optional<SampleSize> sizes) {
    return Stream.concat(
            shuffle.stream().map(Shuffle::sentence),
            sizes.stream().flatMap(found -> found.sentences().stream()))
        .toList();
  }
}
