package org.shiftscope.compute.measure;

import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The path norm (Neyshabur, Tomioka and Srebro 2015, arXiv 1503.00036; as Jiang et al. 2020 take
 * it): the root of the sum, over all paths from an input or a bias to an output, of the product of
 * the squared weights on it. It is the root of what comes out where every weight is squared and
 * every input is 1. A max-pool takes the largest of its inputs, as in the network itself.
 *
 * <p>Only where units pass positive numbers on as they are (ReLU) are these the network's paths;
 * and batch norm has none.
 */
record PathNorm() implements Measure {

  private static final double NO_RELU = 1;
  private static final double BATCH_NORM = 2;

  @Override
  public About about() {
    return new About(
        MeasureName.PATH_NORM,
        "",
        "Neyshabur et al. 2015; Jiang et al. 2020",
        "Root of the sum over all paths from an input or a bias to an output of the product of the squared"
            + " weights on it.",
        Invariance.INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.LOSS, 0));
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    run.progress().accept(0);
    if (point.network().activation() != Activation.RELU) {
      return new double[] {Double.NaN, Double.NaN, NO_RELU};
    }
    if (point.loss().network().statistics().length > 0) {
      return new double[] {Double.NaN, Double.NaN, BATCH_NORM};
    }
    double[] squares = Arrays.stream(point.theta()).map(weight -> weight * weight).toArray();
    double paths = Arrays.stream(point.loss().network().outputsOfOnes(squares)).sum();
    return new double[] {Math.sqrt(paths), Double.NaN, 0};
  }

  @Override
  public String fault(double[] taken) {
    if (taken[2] == NO_RELU) {
      return "A path norm is that of a network with ReLU: choose ReLU to take it.";
    }
    return taken[2] == BATCH_NORM
        ? "A network with batch norm has no path norm: choose one without to take it."
        : "";
  }
}
