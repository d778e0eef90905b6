package org.shiftscope.compute.curvature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.descent.Course;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.result.Spectrum;
import org.shiftscope.compute.spec.CurvatureSpec;

/**
 * The eigenvalues and traces of the Hessian and of the gradient's covariance at the train and the
 * test point, in four steps each: the ends of the Hessian's spectrum, its trace, the covariance,
 * and the trace of their product. A step that was finished is not repeated on resuming.
 */
public final class MeasureSpectra {

  /** Residual of an eigenvalue that counts as found, relative to the largest in size. */
  private static final double TOLERANCE = 1e-4;

  /** The last step's number. */
  private static final int LAST = 7;

  private final CurvatureSpec spec;
  private final Course<SpectraState> course;
  private final List<double[]> steps = new ArrayList<>();
  private final double total;
  private double done;

  private MeasureSpectra(CurvatureSpec spec, double total, Course<SpectraState> course) {
    this.spec = spec;
    this.total = total;
    this.course = course;
    course.from().ifPresent(state -> steps.addAll(state.steps()));
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
   * @param course hears the share that is done
   */
  public static Spectra measure(
      CurvatureSpec spec,
      Point train,
      Point test,
      RandomStreams streams,
      Course<SpectraState> course) {
    double samples = (double) train.loss().sampleCount() + test.loss().sampleCount();
    var measure = new MeasureSpectra(spec, samples * spec.expectedGradients(), course);
    measure.run(0, train, streams.split("spectrum").split("train"));
    measure.run(4, test, streams.split("spectrum").split("test"));
    return new Spectra(measure.spectrum(0), measure.spectrum(4));
  }

  private void run(int first, Point point, RandomStreams streams) {
    int probes = spec.probes();
    step(first, point, 3, spec.mostHessianSteps(), tick -> ends(point, streams, tick));
    step(first + 1, point, 3, probes, tick -> trace(point, streams, tick));
    step(first + 2, point, 2, spec.mostCovarianceSteps() + 5, tick -> noise(point, streams, tick));
    step(first + 3, point, 10, probes, tick -> product(point, streams, tick));
  }

  /** Takes a step, or leaves it to what is known from before. */
  private void step(int number, Point point, double gradients, int products, Step step) {
    double each = gradients * point.loss().sampleCount() / total;
    double end = number == LAST ? 1 : done + products * each;
    if (number == steps.size()) {
      course.progress().accept(done);
      double[] reached = {done};
      Runnable tick =
          () -> {
            reached[0] = Math.min(end, reached[0] + each);
            course.progress().accept(reached[0]);
          };
      steps.add(step.take(tick));
      course.progress().accept(end);
      course.offer().accept(() -> new SpectraState(List.copyOf(steps)));
    }
    done = end;
  }

  private double[] ends(Point point, RandomStreams streams, Runnable tick) {
    var hessian = new CountedOperator(hessian(point), tick);
    Lanczos.Spectrum found =
        Lanczos.extremes(
            hessian,
            spec.eigenvalues(),
            1,
            TOLERANCE,
            spec.mostHessianSteps(),
            streams.split("hessian").generator());
    double[] numbers = {
      hessian.products(), found.smallest()[0], found.residual(), found.converged() ? 1 : 0
    };
    return joined(numbers, found.largest());
  }

  private double[] trace(Point point, RandomStreams streams, Runnable tick) {
    var hessian = new CountedOperator(hessian(point), tick);
    HutchPlusPlus.Trace found =
        HutchPlusPlus.estimate(hessian, spec.probes(), streams.split("trace").generator());
    return new double[] {hessian.products(), found.value(), found.standardError()};
  }

  private double[] noise(Point point, RandomStreams streams, Runnable tick) {
    GradientCovariance covariance = new GradientCovariance(point.loss(), point.theta());
    double trace = covariance.trace();
    Lanczos.Spectrum found =
        Lanczos.extremes(
            new CountedOperator(covariance, tick),
            spec.eigenvalues(),
            0,
            TOLERANCE,
            spec.mostCovarianceSteps(),
            streams.split("covariance").generator());
    return joined(new double[] {covariance.products(), trace}, found.largest());
  }

  private double[] product(Point point, RandomStreams streams, Runnable tick) {
    GradientCovariance covariance = new GradientCovariance(point.loss(), point.theta());
    var both = new CountedOperator(covariance.timesHessian(), tick);
    HutchPlusPlus.Trace found =
        HutchPlusPlus.estimate(both, spec.probes(), streams.split("product").generator());
    return new double[] {
      2 * both.products(), covariance.products(), found.value(), found.standardError()
    };
  }

  private Spectrum spectrum(int first) {
    double[] ends = steps.get(first);
    double[] trace = steps.get(first + 1);
    double[] noise = steps.get(first + 2);
    double[] product = steps.get(first + 3);
    return new Spectrum(
        Series.of(Arrays.copyOfRange(ends, 4, ends.length)),
        ends[1],
        ends[2],
        ends[3] == 1,
        trace[1],
        trace[2],
        noise[1],
        Series.of(Arrays.copyOfRange(noise, 2, noise.length)),
        product[2],
        product[3],
        (long) (ends[0] + trace[0] + product[0]),
        (long) (noise[0] + product[1]));
  }

  private static SymmetricOperator hessian(Point point) {
    return SymmetricOperator.hessian(point.loss(), point.theta());
  }

  private static double[] joined(double[] a, double[] b) {
    double[] joined = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, joined, a.length, b.length);
    return joined;
  }

  /** A step; {@code tick} is called after each product. */
  private interface Step {
    double[] take(Runnable tick);
  }
}
