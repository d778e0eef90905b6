package org.shiftscope.compute.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.result.Spectrum;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * The eigenvalues and traces of the Hessian and of the gradient's covariance at the train and the
 * test point, in five steps each: the ends of the Hessian's spectrum, its trace, those of the
 * covariance, and the trace of their product. A step that was finished is not repeated on resuming.
 */
public final class MeasureSpectra {

  /** Residual of one of the largest eigenvalues that counts as found, relative to itself. */
  private static final double TOLERANCE = 1e-4;

  /** Eigenvalues at the lower end. */
  private static final int LOWEST = 3;

  /** Steps at each point. */
  private static final int STEPS = 5;

  private final CurvatureSpec spec;
  private final StageRun<State> run;
  private final List<double[]> steps = new ArrayList<>();
  private Optional<ProductsState> within;
  private final double total;
  private double done;

  private MeasureSpectra(CurvatureSpec spec, double total, StageRun<State> run) {
    this.spec = spec;
    this.total = total;
    this.run = run;
    run.from().ifPresent(state -> steps.addAll(state.steps()));
    within = run.from().flatMap(State::within);
  }

  /**
   * A loss at its own point.
   *
   * @param theta shape [d], not modified
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Point(DatasetLoss loss, double[] theta) {}

  /**
   * Measures.
   *
   * @param streams the run's streams; {@code spectrum} is split off
   * @param run hears the share that is done
   */
  public static Spectra measure(
      CurvatureSpec spec, Point train, Point test, RandomStreams streams, StageRun<State> run) {
    double samples = (double) train.loss().sampleCount() + test.loss().sampleCount();
    var measure = new MeasureSpectra(spec, samples * spec.expectedGradients(), run);
    measure.run(0, train, streams.split("spectrum").split("train"));
    measure.run(STEPS, test, streams.split("spectrum").split("test"));
    return new Spectra(measure.spectrum(0), measure.spectrum(STEPS));
  }

  private void run(int first, Point point, RandomStreams streams) {
    int probes = spec.probes();
    step(first, point, 3.0 * spec.mostHessianSteps(), part -> ends(point, streams, part));
    step(first + 1, point, 3.0 * probes, part -> trace(point, streams, part));
    // A sample's gradient alone costs several times what it does among others.
    step(first + 2, point, 10, part -> new double[] {covariance(point).trace(part)});
    step(first + 3, point, 2.0 * spec.mostCovarianceSteps(), part -> noise(point, streams, part));
    step(first + 4, point, 10.0 * probes, part -> product(point, streams, part));
  }

  /** Takes a step, or leaves it to what is known from before. */
  private void step(int number, Point point, double gradients, Step step) {
    double end = Math.min(1, done + gradients * point.loss().sampleCount() / total);
    if (number == steps.size()) {
      StageRun<ProductsState> part =
          run.part(within, done, end, state -> new State(List.copyOf(steps), Optional.of(state)));
      within = Optional.empty();
      steps.add(step.take(part));
      part.progress().accept(1);
      run.offer().accept(() -> new State(List.copyOf(steps), Optional.empty()));
    }
    done = end;
  }

  private double[] ends(Point point, RandomStreams streams, StageRun<ProductsState> part) {
    Lanczos.Spectrum found =
        Lanczos.extremes(
            hessian(point),
            new Lanczos.Wanted(
                spec.eigenvalues(),
                LOWEST,
                TOLERANCE,
                LowestEigenvalues.RESOLUTION,
                spec.mostHessianSteps()),
            streams.split("hessian").generator(),
            part);
    double[] numbers = {
      found.products(), found.residual(), found.largestFound() ? 1 : 0, found.largest().length
    };
    LowestEigenvalues lowest = found.lowest();
    return joined(
        joined(numbers, found.largest()),
        joined(
            new double[] {lowest.atLeast(), lowest.failure(), lowest.largest()},
            joined(lowest.values().toArray(), lowest.residuals().toArray())));
  }

  private double[] trace(Point point, RandomStreams streams, StageRun<ProductsState> part) {
    HutchPlusPlus.Trace found =
        HutchPlusPlus.estimate(
            hessian(point), spec.probes(), streams.split("trace").generator(), part);
    return numbers(found.products(), found.estimate());
  }

  private double[] noise(Point point, RandomStreams streams, StageRun<ProductsState> part) {
    Lanczos.Spectrum found =
        Lanczos.extremes(
            covariance(point),
            Lanczos.Wanted.atTheTop(spec.eigenvalues(), TOLERANCE, spec.mostCovarianceSteps()),
            streams.split("covariance").generator(),
            part);
    return joined(new double[] {found.products()}, found.largest());
  }

  private double[] product(Point point, RandomStreams streams, StageRun<ProductsState> part) {
    HutchPlusPlus.Trace found =
        HutchPlusPlus.estimate(
            covariance(point).timesHessian(),
            spec.probes(),
            streams.split("product").generator(),
            part);
    return numbers(2.0 * found.products(), found.estimate());
  }

  private static double[] numbers(double products, Uncertain found) {
    ConfidenceInterval interval = found.interval();
    return new double[] {products, found.value(), found.error(), interval.low(), interval.high()};
  }

  private Spectrum spectrum(int first) {
    double[] ends = steps.get(first);
    double[] trace = steps.get(first + 1);
    double[] noise = steps.get(first + 3);
    double[] product = steps.get(first + 4);
    int largest = 4 + (int) ends[3];
    LowestEigenvalues lowest = lowest(ends, largest);
    return new Spectrum(
        Series.of(Arrays.copyOfRange(ends, 4, largest)),
        lowest.atMost(),
        ends[1],
        ends[2] == 1,
        Optional.of(lowest),
        trace[1],
        trace[2],
        steps.get(first + 2)[0],
        Series.of(Arrays.copyOfRange(noise, 1, noise.length)),
        product[1],
        product[2],
        (long) (ends[0] + trace[0] + product[0]),
        (long) (noise[0] + product[0]),
        Optional.of(new ConfidenceInterval(trace[3], trace[4])),
        Optional.of(new ConfidenceInterval(product[3], product[4])));
  }

  /** Behind the largest, from {@code first} on. */
  private static LowestEigenvalues lowest(double[] ends, int first) {
    int middle = (first + 3 + ends.length) / 2;
    return new LowestEigenvalues(
        Series.of(Arrays.copyOfRange(ends, first + 3, middle)),
        Series.of(Arrays.copyOfRange(ends, middle, ends.length)),
        ends[first],
        ends[first + 1],
        ends[first + 2],
        (long) ends[0]);
  }

  private static GradientCovariance covariance(Point point) {
    return new GradientCovariance(point.loss(), point.theta());
  }

  private static SymmetricOperator hessian(Point point) {
    return SymmetricOperator.hessian(point.loss(), point.theta());
  }

  private static double[] joined(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  /** A step, which goes on between two products. */
  private interface Step {
    double[] take(StageRun<ProductsState> part);
  }

  /**
   * The spectra of both points between two products.
   *
   * @param steps the numbers that each finished step found, in the order of MeasureSpectra
   * @param within the step that is not finished; empty between two steps
   */
  public record State(List<double[]> steps, Optional<ProductsState> within) {}
}
