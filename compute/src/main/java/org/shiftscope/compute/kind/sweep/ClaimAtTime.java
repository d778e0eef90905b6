package org.shiftscope.compute.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.claim.ByDraw;
import org.shiftscope.compute.claim.PairEnds;
import org.shiftscope.compute.claim.WeighMeans;
import org.shiftscope.compute.claim.WeighTrend;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * What a sweep holds for or against the claims at one flow time.
 *
 * @param network whose shift it is
 * @param time the flow time; empty for minima
 * @param seen the shift of each counted trial
 */
record ClaimAtTime(NetworkSpec network, Optional<FlowTime> time, Seen<ShiftAtTime> seen) {

  /** The share within which numbers are taken for the same. */
  static final double MARGIN = 0.1;

  private static final String NATS = "nats";
  private static final String BY_FIT = "the fit";
  private static final String EXACTLY = "the exact ½ sᵀHs";

  /** The figures of the tabs that draw what a claim is judged by. */
  private static final Map<Claim, String> FIGURES =
      Map.of(
          Claim.C1, "curvature",
          Claim.C2, "shift-curvature",
          Claim.C3, "eq3",
          Claim.C4, "losses",
          Claim.C10, "shift");

  /** By their ids, as they stand in sentences of several. */
  private static final Map<String, String> PREDICTED_BY =
      Map.of("second-order", "gᵀs + ½ sᵀHs", "curvature", EXACTLY, "half-fit", "the fit on r ≤ ½");

  private static final double ON_THE_GRID = 1e-9;

  Stream<ClaimEvidence> all() {
    List<ClaimEvidence> all = new ArrayList<>();
    all.add(falls(Claim.C1, "", SweepQuantities.TEST_CURVATURE));
    all.add(falls(Claim.C1, "", SweepQuantities.TRAIN_CURVATURE));
    all.add(falls(Claim.C2, BY_FIT, SweepQuantities.BY_FIT));
    all.add(falls(Claim.C2, EXACTLY, SweepQuantities.EXACT));
    FindEq3.PREDICTIONS.forEach(way -> all.addAll(predicts(way)));
    PairEnds<ShiftAtTime> ends = PairEnds.of(seen);
    all.add(exceeds(ends, BY_FIT, SweepQuantities.BY_FIT));
    all.add(exceeds(ends, EXACTLY, SweepQuantities.EXACT));
    ofNetwork().ifPresent(rises -> all.addAll(followsNetwork(rises)));
    all.add(steeper("test-asymmetry", "L_te(θ_te + s) − L_te(θ_te − s)", Line::testLoss, 0, 2));
    all.add(steeper("train-asymmetry", "L_tr(θ_tr + s) − L_tr(θ_tr − s)", Line::trainLoss, -1, 1));
    return all.stream();
  }

  private ClaimEvidence falls(Claim claim, String way, TrendQuantity<ShiftAtTime> quantity) {
    return trend()
        .falls(
            about(claim, quantity.id(), quantity.title(), way, "trends"),
            seen.each(quantity.value()));
  }

  /** C3: within a share of the excess, and nearer to it than both baselines. */
  private List<ClaimEvidence> predicts(FindEq3.Way way) {
    double[] excess = seen.each(ShiftAtTime::excess);
    double[] predicted = seen.each(way.predicted());
    double[] line = seen.each(trial -> trial.testFit().slope());
    String by = Objects.requireNonNull(PREDICTED_BY.get(way.id()));
    return List.of(
        WeighMeans.ratio(
            about(Claim.C3, way.id() + "-ratio", way.title() + ", against the excess", by, "eq3"),
            "Mean prediction over mean excess",
            ByDraw.of(seen.places(), predicted, excess),
            Claimed.about(1, MARGIN)),
        WeighMeans.above(
            about(
                Claim.C3,
                way.id() + "-against-baselines",
                way.title() + ", against the baselines",
                by,
                "eq3"),
            "How much smaller its mean error is than the better baseline's, of “none” and “straight line”,",
            NATS,
            ByDraw.of(
                seen.places(),
                smaller(predicted, new double[excess.length], excess),
                smaller(predicted, line, excess))));
  }

  private static double[] smaller(double[] predicted, double[] baseline, double[] excess) {
    return IntStream.range(0, excess.length)
        .mapToDouble(i -> Math.abs(baseline[i] - excess[i]) - Math.abs(predicted[i] - excess[i]))
        .toArray();
  }

  /** C4. */
  private ClaimEvidence exceeds(
      PairEnds<ShiftAtTime> ends, String way, TrendQuantity<ShiftAtTime> curvature) {
    return WeighMeans.ratio(
        about(
            Claim.C4,
            curvature.id() + "-against-minima",
            "Change of L_te(θ_te) from the lowest T to the highest, against " + curvature.title(),
            way,
            "trends"),
        "The change in parts of the shift-curvature at the lowest T",
        ByDraw.of(
            ends.places(),
            ends.change(trial -> trial.eq3().testLossAtTestPoint()),
            ends.atLowest(curvature.value())),
        Claimed.about(0, 1));
  }

  /** Whether the paper has ‖s‖ rise with T and the test curvature above the train curvature. */
  private Optional<Boolean> ofNetwork() {
    return switch (network) {
      case NetworkSpec.Vgg9 _, NetworkSpec.Vgg16 _ -> Optional.of(true);
      case NetworkSpec.ResNet10 _ -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** C10. */
  private List<ClaimEvidence> followsNetwork(boolean rises) {
    TrendQuantity<ShiftAtTime> norm = SweepQuantities.SHIFT_NORM;
    Subject subject =
        about(
            Claim.C10,
            norm.id(),
            norm.title()
                + (rises ? ", which rises with T for VGG16" : ", which falls with T for ResNet10"),
            "",
            "trends");
    double[] norms = seen.each(norm.value());
    return List.of(
        rises ? trend().rises(subject, norms) : trend().falls(subject, norms),
        WeighMeans.above(
            about(
                Claim.C10,
                "curvature-difference",
                rises
                    ? "Test less train curvature, above 0 for VGG16"
                    : "Train less test curvature, above 0 for ResNet10",
                "",
                "trends"),
            "The difference",
            "nats / length²",
            ByDraw.of(seen.places(), seen.each(trial -> (rises ? 1 : -1) * difference(trial)))));
  }

  private static double difference(ShiftAtTime trial) {
    return trial.testFit().curvature() - trial.trainFit().curvature();
  }

  /** C11: one whole shift away from a loss's own point, on both sides. */
  private ClaimEvidence steeper(
      String id, String title, Function<Line, Series> loss, double along, double against) {
    return WeighMeans.above(
        about(Claim.C11, id, title, "", "trial"),
        "The difference",
        NATS,
        ByDraw.of(
            seen.places(),
            seen.each(
                trial ->
                    at(trial.line(), loss.apply(trial.line()), along)
                        - at(trial.line(), loss.apply(trial.line()), against))));
  }

  /** NaN where the line does not hold α. */
  private static double at(Line line, Series loss, double alpha) {
    return IntStream.range(0, line.alpha().size())
        .filter(i -> Math.abs(line.alpha().get(i) - alpha) < ON_THE_GRID)
        .mapToDouble(loss::get)
        .findFirst()
        .orElse(Double.NaN);
  }

  private WeighTrend trend() {
    return WeighTrend.alongTemperature(seen.places(), seen.stream());
  }

  private Subject about(Claim claim, String id, String title, String way, String tab) {
    return new Subject(claim, id, title, way, time, tab, FIGURES.getOrDefault(claim, ""));
  }
}
