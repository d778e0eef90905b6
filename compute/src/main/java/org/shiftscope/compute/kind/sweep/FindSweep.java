package org.shiftscope.compute.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.CountGrades;
import org.shiftscope.compute.decomposition.FindMixture;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RemarkOnTraining;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Mixture;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.SweepFindings.Eq3;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.result.TemperatureTrend.Tested;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.TemperatureSweep;

/** Finds the paper's trends and its check of Eq. 3 in a temperature sweep. */
final class FindSweep {

  private static final String NATS = "nats";
  private static final String CURVATURE = "nats / length²";

  private static final TrendQuantity<ShiftMeasurement> BY_FIT =
      TrendQuantity.of(
          "shift-curvature", "Shift-curvature ½ κ_te", NATS, trial -> trial.testFit().halfKappa());
  private static final TrendQuantity<ShiftMeasurement> EXACT =
      TrendQuantity.of(
          "exact-shift-curvature",
          "Exact shift-curvature ½ sᵀHs",
          NATS,
          trial -> trial.testFit().exactKappa() / 2);

  private static final List<TrendQuantity<ShiftMeasurement>> ON_THE_LINE =
      List.of(
          BY_FIT,
          EXACT,
          TrendQuantity.of("slope", "Slope gᵀs", NATS, trial -> trial.testFit().slope()),
          TrendQuantity.of(
              "excess-test-loss", "Excess L_te(θ_tr) − L_te(θ_te)", NATS, FindEq3::excess),
          TrendQuantity.of(
              "train-loss-at-train-point",
              "Train loss at θ_tr",
              NATS,
              trial -> trial.trainPoint().loss()),
          TrendQuantity.of(
              "test-loss-at-test-point",
              "Test loss at θ_te",
              NATS,
              trial -> trial.eq3().testLossAtTestPoint()),
          TrendQuantity.of(
              "test-loss-at-train-point",
              "Test loss at θ_tr",
              NATS,
              trial -> trial.eq3().testLossAtTrainPoint()),
          TrendQuantity.of(
              "test-curvature",
              "Test curvature κ_te / ‖s‖²",
              CURVATURE,
              trial -> trial.testFit().curvature()),
          TrendQuantity.of(
              "train-curvature",
              "Train curvature κ_tr / ‖s‖²",
              CURVATURE,
              trial -> trial.trainFit().curvature()),
          TrendQuantity.of(
              "shift-norm", "Length of the shift ‖s‖", "length", ShiftMeasurement::shiftNorm),
          TrendQuantity.of(
              "sgd-train-loss", "Train loss of SGD", NATS, trial -> trial.sgd().trainLoss()),
          TrendQuantity.of(
              "sgd-test-loss", "Test loss of SGD", NATS, trial -> trial.sgd().testLoss()),
          TrendQuantity.of(
              "sgd-train-accuracy",
              "Train accuracy of SGD",
              "",
              trial -> trial.sgd().trainAccuracy()),
          TrendQuantity.of(
              "sgd-test-accuracy", "Test accuracy of SGD", "", trial -> trial.sgd().testAccuracy()),
          TrendQuantity.of(
              "train-gradient-norm",
              "‖∇L_tr‖ at θ_tr",
              "nats / length",
              trial -> trial.trainPoint().gradientNorm()),
          TrendQuantity.of(
              "test-gradient-norm",
              "‖∇L_te‖ at θ_te",
              "nats / length",
              trial -> trial.testPoint().gradientNorm()),
          TrendQuantity.of(
              "train-barrier", "Barrier to θ_tr", NATS, trial -> trial.trainPoint().barrier()),
          TrendQuantity.of(
              "test-barrier", "Barrier to θ_te", NATS, trial -> trial.testPoint().barrier()));

  private static final List<TrendQuantity<ShiftMeasurement>> OF_SPECTRA =
      List.of(
          TrendQuantity.of(
              "test-largest",
              "Largest eigenvalue at θ_te, test",
              CURVATURE,
              spectra(both -> both.test().largest().get(0))),
          TrendQuantity.of(
              "train-largest",
              "Largest eigenvalue at θ_tr, train",
              CURVATURE,
              spectra(both -> both.train().largest().get(0))),
          TrendQuantity.of(
                  "test-trace",
                  "tr H at θ_te, test",
                  CURVATURE,
                  spectra(both -> both.test().trace()))
              .withError(spectra(both -> both.test().traceError())),
          TrendQuantity.of(
                  "train-trace",
                  "tr H at θ_tr, train",
                  CURVATURE,
                  spectra(both -> both.train().trace()))
              .withError(spectra(both -> both.train().traceError())),
          TrendQuantity.of(
              "test-smallest",
              "Smallest eigenvalue at θ_te, test",
              CURVATURE,
              spectra(both -> both.test().smallest())),
          TrendQuantity.of(
              "train-smallest",
              "Smallest eigenvalue at θ_tr, train",
              CURVATURE,
              spectra(both -> both.train().smallest())),
          TrendQuantity.of(
              "test-covariance-trace",
              "tr C at θ_te, test",
              "nats² / length²",
              spectra(both -> both.test().covarianceTrace())),
          TrendQuantity.of(
              "train-covariance-trace",
              "tr C at θ_tr, train",
              "nats² / length²",
              spectra(both -> both.train().covarianceTrace())),
          TrendQuantity.of(
                  "test-hessian-covariance",
                  "tr(HC) at θ_te, test",
                  "nats³ / length⁴",
                  spectra(both -> both.test().hessianCovariance()))
              .withError(spectra(both -> both.test().hessianCovarianceError())),
          TrendQuantity.of(
                  "train-hessian-covariance",
                  "tr(HC) at θ_tr, train",
                  "nats³ / length⁴",
                  spectra(both -> both.train().hessianCovariance()))
              .withError(spectra(both -> both.train().hessianCovarianceError())));

  private FindSweep() {}

  static SweepFindings of(
      TemperatureSweep sweep, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<ShiftMeasurement> seen =
        new SortTrials<>(sweep, ShiftMeasurement.class, FindSweep::remarks).sort(results, include);
    Optional<Seen<Decomposition>> decomposed = decomposed(sweep, seen);
    List<TemperatureTrend> trends = trends(sweep, seen, decomposed);
    Eq3 eq3 = FindEq3.of(seen);
    Optional<Mixture> mixture = decomposed.map(FindMixture::of);
    Optional<PointGrades> grades = CountGrades.of(seen.results());
    return new SweepFindings(
        say(seen, trends, eq3, grades) + mixture.map(found -> " " + found.sentence()).orElse(""),
        seen.trials(),
        trends,
        eq3,
        sweep.measures().map(_ -> FindLeague.of(seen)),
        mixture,
        grades);
  }

  private static Optional<Seen<Decomposition>> decomposed(
      TemperatureSweep sweep, Seen<ShiftMeasurement> seen) {
    return sweep.window().isPresent() && !seen.results().isEmpty()
        ? Optional.of(seen.map(trial -> trial.decomposition().orElseThrow()))
        : Optional.empty();
  }

  private static List<TemperatureTrend> trends(
      TemperatureSweep sweep, Seen<ShiftMeasurement> seen, Optional<Seen<Decomposition>> terms) {
    List<TemperatureTrend> trends =
        new ArrayList<>(
            FindTrend.all(
                seen,
                sweep.curvature().isPresent()
                    ? Stream.concat(ON_THE_LINE.stream(), OF_SPECTRA.stream()).toList()
                    : ON_THE_LINE));
    terms.ifPresent(found -> trends.addAll(FindTrend.all(found, FindMixture.QUANTITIES)));
    return trends;
  }

  private static Set<Remark> remarks(ShiftMeasurement trial) {
    return RemarkOnTraining.of(trial.sgd(), trial.outcome(), trial.trainPoint(), trial.testPoint());
  }

  private static String say(
      Seen<ShiftMeasurement> seen,
      List<TemperatureTrend> trends,
      Eq3 eq3,
      Optional<PointGrades> grades) {
    if (seen.results().isEmpty()) {
      return SayTrials.nothing(seen.trials());
    }
    Tested byFit = test(trends, BY_FIT);
    String exact = exact(byFit, test(trends, EXACT));
    return SayTrials.whole(seen.trials(), byFit.sentence() + exact + " " + eq3.sentence(), grades);
  }

  /** The trend must be that of ½ sᵀHs too: the fit counts slope as curvature. */
  private static String exact(Tested byFit, Tested exact) {
    if (!claimed(byFit) && !claimed(exact)) {
      return "";
    }
    return byFit.direction() == exact.direction()
        ? " So does the exact ½ sᵀHs."
        : (claimed(byFit) ? " That is by the fit only. " : " ") + exact.sentence();
  }

  private static boolean claimed(Tested test) {
    return test.direction() == Direction.FALLS || test.direction() == Direction.RISES;
  }

  private static Tested test(
      List<TemperatureTrend> trends, TrendQuantity<ShiftMeasurement> quantity) {
    return trends.stream()
        .filter(trend -> trend.id().equals(quantity.id()))
        .findFirst()
        .orElseThrow()
        .test();
  }

  /** NaN where the trial did not measure it. */
  private static ToDoubleFunction<ShiftMeasurement> spectra(ToDoubleFunction<Spectra> number) {
    return trial -> trial.spectra().map(number::applyAsDouble).orElse(Double.NaN);
  }
}
