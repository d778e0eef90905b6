package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.RealMatrix;
import org.shiftscope.compute.certificate.CertifyExactly;
import org.shiftscope.compute.certificate.CertifyExactly.Sought;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.model.LinearRegression;
import org.shiftscope.compute.process.DiscreteCovariance;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.SteadyStateMeasurement.Basins;
import org.shiftscope.compute.result.SteadyStateMeasurement.Covariance;
import org.shiftscope.compute.result.SteadyStateMeasurement.Fluctuation;
import org.shiftscope.compute.result.SteadyStateMeasurement.Minimum;
import org.shiftscope.compute.result.SteadyStateMeasurement.Run;
import org.shiftscope.compute.result.SteadyStateMeasurement.Shift;
import org.shiftscope.compute.simulation.Histogram;
import org.shiftscope.compute.simulation.TotalVariation;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.statistics.Jackknife;

/** One trial of a steady state: the minimum, theory there, a run of SGD, and both side by side. */
public final class MeasureSteadyState {

  private final PreparedModel model;
  private final RunChain.Plan plan;
  private final long seed;
  private final WindowSums layout;

  /**
   * Prepares.
   *
   * @param model that of the spec
   * @param trial its number, from 0
   */
  public MeasureSteadyState(PreparedModel model, SteadyState spec, int trial) {
    this.model = model;
    seed = spec.seedOf(trial);
    plan = plan(model, spec, trial);
    layout = plan.layout(model.loss().dimension());
  }

  static RunChain.Plan plan(PreparedModel model, SteadyState spec, int trial) {
    return new RunChain.Plan(
        spec.temperatureOf(trial),
        spec.batchSizeOf(trial),
        spec.replacement(),
        spec.flowTime(),
        spec.burnIn(),
        theta -> model.basins().map(two -> theta > two.barrier()).orElse(true),
        TwoBasins.BINS,
        model.basins().isPresent());
  }

  /** Runs it, and measures. */
  SteadyStateMeasurement run(StageRun<ChainState> run, Execution execution) {
    return measured(run(run), execution);
  }

  /**
   * Runs it, in the calling thread.
   *
   * @return the whole run
   * @throws org.shiftscope.compute.descent.Divergence where θ leaves the finite numbers
   */
  public ChainState run(StageRun<ChainState> run) {
    return chain().run(run);
  }

  private RunChain chain() {
    // The same stream for every temperature would tie their errors together.
    RandomStreams streams =
        RandomStreams.of(seed)
            .split("steady state")
            .split(Double.toString(plan.temperature()))
            .split(plan.batchSize());
    return new RunChain(model.loss(), model.near(), plan, streams);
  }

  /** Sets what the whole run found beside theory. */
  public SteadyStateMeasurement measured(ChainState whole, Execution execution) {
    RunChain chain = chain();
    double[][] windows = chain.windows(whole);
    double[][] sampled = Arrays.copyOfRange(windows, plan.burnInWindows(), windows.length);
    var jackknife = Jackknife.ofSums(sampled);
    Fluctuation fluctuation = fluctuation(windows, sampled);
    Run ended = ran();
    Basins basins = model.basins().map(two -> basins(two, sampled)).orElseGet(Basins::none);
    return new SteadyStateMeasurement(
        JudgeArrival.outcome(plan, ended, fluctuation),
        JudgeArrival.sentence(plan, ended, fluctuation),
        ended,
        minimum(),
        shift(jackknife, layout::mean, model.near().mean(plan.temperature())),
        shift(jackknife, sums -> layout.mode(sums, chain.inverse()), mode()),
        Series.of(model.near().papersBias(plan.temperature())),
        covariance(jackknife),
        fluctuation,
        basins,
        execution);
  }

  private double[] mode() {
    double[] mode = model.near().mean(plan.temperature());
    double[] fromMean = ThirdCumulants.modeFromMean(model.loss(), model.near());
    Arrays.setAll(mode, i -> mode[i] + plan.temperature() * fromMean[i]);
    return mode;
  }

  private Run ran() {
    return new Run(
        plan.temperature(),
        plan.batchSize(),
        plan.learningRate(),
        plan.allSteps(),
        plan.flowTime() * model.near().eigenvalues()[0]);
  }

  private Minimum minimum() {
    NearMinimum near = model.near();
    double[] gradient = model.loss().gradient(near.theta());
    double[] noise = new double[near.eigenvalues().length];
    Arrays.setAll(noise, i -> near.noise().getEntry(i, i));
    return new Minimum(
        Series.of(near.theta()),
        model.loss().value(near.theta()),
        Math.sqrt(Vectors.dot(gradient, gradient)),
        Series.of(near.eigenvalues()),
        Series.of(noise),
        near.antisymmetricShare(),
        Optional.of(certificate(near)));
  }

  /** Of what was sought from the planted truth on. */
  private MinimumCertificate certificate(NearMinimum near) {
    return CertifyExactly.of(
        new Sought(model.loss(), model.loss().model().truth(), near.theta(), FindMinimum.TOLERANCE),
        near.eigenvalues());
  }

  private static Shift shift(
      Jackknife<double[]> sums, UnaryOperator<double[]> estimates, double[] theory) {
    return new Shift(
        Series.of(sums.values(estimates)), Series.of(sums.errors(estimates)), Series.of(theory));
  }

  private Covariance covariance(Jackknife<double[]> sums) {
    RealMatrix lyapunov = model.near().lyapunov(plan.temperature());
    Optional<RealMatrix> exact = exact();
    return new Covariance(
        Series.of(sums.values(layout::covariance)),
        Series.of(sums.errors(layout::covariance)),
        lower(lyapunov),
        lower(model.near().papers(plan.temperature())),
        exact.map(MeasureSteadyState::lower).orElse(Series.of()),
        sums.value(this::trace),
        sums.error(this::trace),
        lyapunov.getTrace(),
        exact.map(RealMatrix::getTrace).orElse(Double.NaN));
  }

  private Optional<RealMatrix> exact() {
    return model.loss().model() instanceof LinearRegression linear
            && plan.replacement() == Replacement.WITH
        ? Optional.of(
            model
                .near()
                .rotate(
                    new DiscreteCovariance(
                            linear.x(),
                            model.loss().lambda(),
                            model.loss().covariance(model.near().theta()))
                        .at(plan.learningRate(), plan.batchSize())))
        : Optional.empty();
  }

  private Fluctuation fluctuation(double[][] windows, double[][] sampled) {
    double[] origin = layout.meanAtFullPoints(sampled);
    var jackknife = Jackknife.ofSums(sampled);
    double[] time = new double[windows.length];
    double now = 0;
    for (int w = 0; w < windows.length; w++) {
      double length = plan.steps(w) * plan.learningRate();
      time[w] = now + length / 2;
      now += length;
    }
    double[] values = jackknife.values(sums -> ratios(sums, origin));
    double[] errors = jackknife.errors(sums -> ratios(sums, origin));
    return new Fluctuation(
        Series.of(time),
        Series.of(Arrays.stream(windows).mapToDouble(sums -> ratios(sums, origin)[0]).toArray()),
        Series.of(Arrays.stream(windows).mapToDouble(sums -> ratios(sums, origin)[1]).toArray()),
        values[0],
        errors[0],
        values[1],
        errors[1],
        values[2],
        errors[2],
        values[3],
        errors[3],
        plan.temperature() / 4 * model.near().noise().getTrace());
  }

  /** First, second and discrete ratio, and the excess loss. */
  private double[] ratios(double[] sums, double[] origin) {
    double half = plan.temperature() / 2;
    double overlap = layout.overlap(sums, origin);
    double noise = half * sums[WindowSums.NOISE];
    double squares = sums[WindowSums.SQUARED_GRADIENT];
    return new double[] {
      overlap / noise,
      squares / (half * sums[WindowSums.CURVED_NOISE]),
      overlap / (noise + plan.learningRate() / 2 * squares),
      sums[WindowSums.LOSS] / sums[WindowSums.FULL]
    };
  }

  private Basins basins(TwoBasins two, double[][] sampled) {
    var jackknife = Jackknife.ofSums(sampled);
    ToDoubleFunction<double[]> outside = sums -> sums[WindowSums.INSIDE] / sums[WindowSums.ALL];
    int bins = TwoBasins.BINS.count();
    double[] counts = new double[sampled.length * bins];
    for (int w = 0; w < sampled.length; w++) {
      System.arraycopy(sampled[w], layout.histogram(), counts, w * bins, bins);
    }
    Histogram histogram = Histogram.of(TwoBasins.BINS, counts);
    double[] shares = two.eq5(plan.temperature());
    double[] theory = TwoBasins.DOMAIN.coarsen(shares, bins);
    TotalVariation distance = TotalVariation.of(histogram, theory);
    double[] edges = new double[bins + 1];
    Arrays.setAll(edges, i -> TwoBasins.BINS.from() + i * TwoBasins.BINS.width());
    return new Basins(
        Series.of(two.left(), two.barrier(), two.right()),
        jackknife.value(outside),
        jackknife.error(outside),
        two.rightShare(shares),
        two.rightLaplace(shares),
        Series.of(edges),
        Series.of(histogram.density()),
        Series.of(Arrays.stream(theory).map(share -> share / TwoBasins.BINS.width()).toArray()),
        distance.distance(),
        distance.error(),
        distance.ofPerfectSample());
  }

  private double trace(double[] sums) {
    double[] lower = layout.covariance(sums);
    double sum = 0;
    for (int i = 0, at = 0; i < layout.dimension(); at += ++i + 1) {
      sum += lower[at];
    }
    return sum;
  }

  private static Series lower(RealMatrix matrix) {
    int d = matrix.getRowDimension();
    double[] entries = new double[d * (d + 1) / 2];
    for (int i = 0, at = 0; i < d; i++) {
      for (int j = 0; j <= i; j++, at++) {
        entries[at] = matrix.getEntry(i, j);
      }
    }
    return Series.of(entries);
  }
}
