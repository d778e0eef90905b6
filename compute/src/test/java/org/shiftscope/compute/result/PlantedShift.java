package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;

/** Makes results of a sweep's trial with numbers that are known; nothing that was not asked for. */
public final class PlantedShift {

  private static final Execution EXECUTION = new Execution("cpu", 1, "test");

  private PlantedShift() {}

  /** What was measured at two points along the line between them. */
  public record Along(
      RefinedPoint train,
      RefinedPoint test,
      double shiftNorm,
      Line line,
      CurvatureFit trainFit,
      CurvatureFit testFit,
      Eq3Check eq3) {

    /** As the result of a trial. */
    public ShiftMeasurement after(
        SgdEnd sgd, Outcome outcome, String sentence, Optional<Spectra> spectra) {
      return new ShiftMeasurement(
          outcome,
          sentence,
          sgd,
          train,
          test,
          shiftNorm,
          line,
          trainFit,
          testFit,
          eq3,
          spectra,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          EXECUTION);
    }

    /** As the result of a trial without spectra. */
    public ShiftMeasurement after(SgdEnd sgd, Outcome outcome) {
      return after(sgd, outcome, "Measured at planted numbers.", Optional.empty());
    }
  }

  /** The same with other points, which may be judged. */
  public static ShiftMeasurement with(
      ShiftMeasurement plain, RefinedPoint train, RefinedPoint test) {
    return new ShiftMeasurement(
        plain.outcome(),
        plain.sentence(),
        plain.sgd(),
        train,
        test,
        plain.shiftNorm(),
        plain.line(),
        plain.trainFit(),
        plain.testFit(),
        plain.eq3(),
        plain.spectra(),
        plain.measures(),
        plain.decomposition(),
        plain.earlier(),
        plain.execution());
  }

  /** The same, measured at earlier flow times too. */
  public static ShiftMeasurement with(ShiftMeasurement plain, List<ShiftAtTime> earlier) {
    return new ShiftMeasurement(
        plain.outcome(),
        plain.sentence(),
        plain.sgd(),
        plain.trainPoint(),
        plain.testPoint(),
        plain.shiftNorm(),
        plain.line(),
        plain.trainFit(),
        plain.testFit(),
        plain.eq3(),
        plain.spectra(),
        plain.measures(),
        plain.decomposition(),
        earlier,
        plain.execution());
  }

  /** The end of 100 steps of SGD. */
  public static SgdEnd sgd(
      boolean capped,
      double trainLoss,
      double testLoss,
      double trainAccuracy,
      double testAccuracy) {
    return new SgdEnd(
        0.1,
        100,
        10,
        10,
        capped,
        trainLoss,
        testLoss,
        trainAccuracy,
        testAccuracy,
        Optional.empty());
  }

  /** The end of a flow, not judged. */
  public static RefinedPoint flowEnd(double loss) {
    return new RefinedPoint("flow end", "fixed-rate", loss, 1e-3, 50, 5, 0, Optional.empty());
  }

  /** A fit that all ways agree with, but for what the exact product and the slope may tell. */
  public static CurvatureFit fit(double kappa, double shiftNorm, double exact, double slope) {
    return new CurvatureFit(
        kappa,
        kappa / (shiftNorm * shiftNorm),
        1,
        0,
        41,
        kappa,
        kappa,
        exact,
        slope,
        slope,
        Optional.empty());
  }
}
