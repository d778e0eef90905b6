package org.shiftscope.compute.kind.sweep;

import static org.shiftscope.compute.training.TrainingStep.LOSS;
import static org.shiftscope.compute.training.TrainingStep.PRODUCT;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.line.EvaluateLine;
import org.shiftscope.compute.line.EvaluateLine.Losses;
import org.shiftscope.compute.line.FitCurvature;
import org.shiftscope.compute.line.FitCurvature.AtPoint;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.Stages;

/**
 * Measures the shift between the points of one flow time, in two stages: the line through both and
 * its fits; the exact slopes and curvatures along it.
 *
 * @param line its grid
 * @param losses both
 * @param precision of the network's layers
 */
record MeasureShift(LineSpec line, Losses losses, Precision precision) {

  private static final double END = 1;

  /** The stages of all flow times, as shares of the last. */
  static List<StageCost> costs(RefinementSpec refinement, LineSpec line, double samples) {
    return DoubleStream.concat(
            refinement.earlierShares().stream().mapToDouble(share -> share), DoubleStream.of(END))
        .boxed()
        .flatMap(
            share ->
                List.of(
                    LOSS.cost(stage("line", share), line.points() * samples),
                    PRODUCT.cost(stage("curvature", share), samples))
                    .stream())
        .toList();
  }

  private static String stage(String name, double share) {
    return share == END ? name : String.format(Locale.ROOT, "%s at %s τ", name, share);
  }

  /** Measures at the end of the flow, or at minima. */
  Found atEnd(Refined train, Refined test, Stages stages) {
    return at(END, train, test, stages);
  }

  /** Measures at a share of the flow times. */
  Found at(double share, Refined train, Refined test, Stages stages) {
    Line along =
        stages.run(
            stage("line", share),
            EvaluateLine.State.class,
            Line.class,
            run -> EvaluateLine.evaluate(line, losses, train.theta(), test.theta(), run));
    Curvatures exact =
        stages.run(
            stage("curvature", share),
            DirectionalCurvature.class,
            Curvatures.class,
            run -> curvatures(train, test, run));
    return new Found(shift(train, test, along, exact), exact);
  }

  private ShiftAtTime shift(Refined train, Refined test, Line along, Curvatures exact) {
    double[] s = Vectors.difference(train.theta(), test.theta());
    double norm = Vectors.norm(s);
    CurvatureFit testFit =
        FitCurvature.ofTest(along, norm, new AtPoint(exact.onTest(), test.flowSlope(s), precision));
    return new ShiftAtTime(
        train.point(),
        test.point(),
        norm,
        along,
        FitCurvature.ofTrain(
            along, norm, new AtPoint(exact.onTrain(), train.flowSlope(s), precision)),
        testFit,
        eq3(along, testFit, exact.onTest()));
  }

  private Curvatures curvatures(Refined train, Refined test, StageRun<DirectionalCurvature> run) {
    double[] s = Vectors.difference(train.theta(), test.theta());
    run.progress().accept(run.from().isPresent() ? 0.5 : 0);
    DirectionalCurvature onTest = run.from().orElseGet(() -> along(s, losses.test(), test));
    run.progress().accept(0.5);
    run.offer().accept(() -> onTest);
    return new Curvatures(onTest, along(s, losses.train(), train));
  }

  private static DirectionalCurvature along(double[] s, DatasetLoss loss, Refined point) {
    return DirectionalCurvature.at(loss, point.theta(), point.gradient(), s);
  }

  private static Eq3Check eq3(Line line, CurvatureFit fit, DirectionalCurvature exact) {
    double atTest = line.testLoss().get(line.alpha().values().indexOf(1.0));
    double atTrain = line.testLoss().get(line.alpha().values().indexOf(0.0));
    return new Eq3Check(
        atTest, atTrain, atTest + fit.halfKappa(), atTest + exact.slope() + exact.curvature() / 2);
  }

  /** What was measured at one flow time, and the curvatures along the shift as they were found. */
  record Found(ShiftAtTime shift, Curvatures exact) {}

  /** The curvatures along the shift. */
  record Curvatures(DirectionalCurvature onTest, DirectionalCurvature onTrain) {}
}
