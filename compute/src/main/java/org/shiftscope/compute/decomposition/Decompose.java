package org.shiftscope.compute.decomposition;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.decomposition.MeasureArrival.Reading;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.Part;
import org.shiftscope.compute.result.Decomposition.Verdict;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.statistics.Jackknife;
import org.shiftscope.compute.statistics.Spread;

/** Makes the result of what was measured, by algebra alone. */
public final class Decompose {

  private final Overlaps overlaps;
  private final Jackknife<Terms> jackknife;
  private final Terms terms;

  private Decompose(Overlaps overlaps) {
    this.overlaps = overlaps;
    jackknife = WindowBlocks.jackknife(overlaps);
    terms = Terms.of(overlaps);
  }

  /**
   * The result.
   *
   * @param course where the window lies
   * @param window the iterates and points
   * @param overlaps with the test loss
   * @param readings of the train loss
   */
  public static Decomposition of(
      Course course, Window window, Overlaps overlaps, List<Reading> readings) {
    return new Decompose(overlaps).result(course, window, readings);
  }

  private Decomposition result(Course course, Window window, List<Reading> readings) {
    Part residual = part(Terms::residual);
    double thirdOrder = overlaps.atMean() - overlaps.quadraticAtMean();
    Verdict verdict = SayDecomposition.judge(terms, residual.error(), thirdOrder);
    return new Decomposition(
        SayDecomposition.say(terms, residual, verdict, thirdOrder),
        where(course, window),
        part(Terms::testLoss),
        part(Terms::shiftSlope),
        part(Terms::biasSlope),
        part(Terms::shiftCurvature),
        part(Terms::crossTerm),
        part(Terms::biasCurvature),
        part(Terms::covarianceCurvature),
        part(Terms::sum),
        part(Terms::measuredMean),
        residual,
        overlaps.atMean(),
        overlaps.quadraticAtMean(),
        verdict,
        effectiveSamples(),
        Series.of(overlaps.losses()),
        new JudgeStationarity(window, overlaps, readings, course.noise()).judge(),
        Optional.empty());
  }

  private Part part(ToDoubleFunction<Terms> number) {
    return new Part(jackknife.value(number), jackknife.error(number));
  }

  private double effectiveSamples() {
    double deviation = Spread.of(overlaps.losses()).deviation();
    double error = jackknife.error(Terms::measuredMean);
    return deviation * deviation / (error * error);
  }

  private Decomposition.Window where(Course course, Window window) {
    double[] mean = window.mean();
    double squares =
        window.iterates().stream()
            .map(theta -> Vectors.difference(theta, mean))
            .mapToDouble(away -> Vectors.dot(away, away))
            .sum();
    return new Decomposition.Window(
        terms.iterates(),
        course.steps(),
        course.flowOfStep() * course.steps(),
        course.learningRate(),
        Vectors.norm(Vectors.difference(window.train(), window.test())),
        Vectors.norm(Vectors.difference(mean, window.train())),
        Math.sqrt(squares / (terms.iterates() - 1)));
  }

  /**
   * SGD over the window.
   *
   * @param steps how many
   * @param learningRate η
   * @param flowOfStep what a step adds to the flow time: η, but where T counts momentum
   * @param noise whether noise is added to its gradients
   */
  public record Course(long steps, double learningRate, double flowOfStep, boolean noise) {}
}
