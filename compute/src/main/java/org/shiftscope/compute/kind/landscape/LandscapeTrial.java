package org.shiftscope.compute.kind.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.landscape.BinnedDensity;
import org.shiftscope.compute.landscape.Terrain;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.compute.result.LandscapeSimulation.Compared;
import org.shiftscope.compute.result.LandscapeSimulation.Densities;
import org.shiftscope.compute.result.LandscapeSimulation.Distance;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.simulation.Bins;
import org.shiftscope.compute.simulation.Deviates;
import org.shiftscope.compute.simulation.DriftAndNoise;
import org.shiftscope.compute.simulation.EnsemblePlan;
import org.shiftscope.compute.simulation.EnsembleState;
import org.shiftscope.compute.simulation.FokkerPlanck;
import org.shiftscope.compute.simulation.Histogram;
import org.shiftscope.compute.simulation.RunEnsemble;
import org.shiftscope.compute.simulation.Tabulate;
import org.shiftscope.compute.simulation.TotalVariation;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.statistics.Uncertain;

/** One trial of a landscape: walkers, the Fokker-Planck equation, and Eq. 5 beside them. */
final class LandscapeTrial {

  static final int BINS = 240;

  private static final int CELLS_A_BIN = 8;
  static final int FOKKER_PLANCK_STEPS = 4_000;
  private static final double TABLE_ERROR = 1e-10;
  private static final int HISTOGRAMS = 2_000;

  private final Landscape spec;
  private final List<StageCost> costs;
  private final TrialContext context;
  private final LossLandscape landscape;
  private final Bins bins;
  private final double temperature;

  LandscapeTrial(Landscape spec, List<StageCost> costs, TrialContext context) {
    this.spec = spec;
    this.costs = costs;
    this.context = context;
    this.landscape = spec.landscape();
    this.bins = bins(spec);
    this.temperature = spec.temperatureOf(context.trial());
  }

  TrialResult run() {
    try (Stages stages = context.stages(spec, costs)) {
      FlowState flowed =
          stages.run("Fokker-Planck", FlowState.class, FlowState.class, this::fokkerPlanck);
      EnsembleState walked =
          stages.run("walkers", EnsembleState.class, EnsembleState.class, this::walk);
      return result(walked.histogram(bins), cells().coarsen(flowed.mean(), BINS));
    } catch (Divergence divergence) {
      return new Diverged(
          "A walker left the finite numbers at step "
              + divergence.step()
              + ": a smaller simulation.timeStep may help.",
          divergence.step(),
          context.execution());
    }
  }

  /** A table of the drift and the noise, for the walkers. */
  static DriftAndNoise field(LossLandscape landscape) {
    return Tabulate.of(
        (x, drift, noise) -> driftAndNoise(landscape, x, drift, noise),
        landscape.from(),
        landscape.to(),
        TABLE_ERROR);
  }

  private static void driftAndNoise(
      LossLandscape landscape, double[] x, double[] drift, double[] noise) {
    landscape.train().slopes(x, drift);
    for (int i = 0; i < drift.length; i++) {
      drift[i] = -drift[i];
    }
    landscape.noise().values(x, noise);
  }

  private EnsembleState walk(StageRun<EnsembleState> run) {
    long steps = spec.simulation().steps();
    var plan =
        new EnsemblePlan(
            temperature,
            spec.simulation().timeStep(),
            steps,
            steps / 2,
            (int) Math.max(1, steps / 2 / HISTOGRAMS),
            spec.simulation().walkers(),
            bins.from(),
            bins.to(),
            bins);
    return RunEnsemble.run(
        field(landscape),
        plan,
        Deviates.normal(),
        RandomStreams.of(spec.seedOf(context.trial())),
        run);
  }

  static Bins bins(Landscape spec) {
    return new Bins(spec.domain().from(), spec.domain().to(), BINS);
  }

  private Bins cells() {
    return new Bins(bins.from(), bins.to(), BINS * CELLS_A_BIN);
  }

  /** The equation before its first step. */
  static FokkerPlanck equation(Landscape spec, double temperature) {
    LossLandscape landscape = spec.landscape();
    var cells = new Bins(spec.domain().from(), spec.domain().to(), BINS * CELLS_A_BIN);
    return new FokkerPlanck(
        (x, drift, noise) -> driftAndNoise(landscape, x, drift, noise), temperature, cells);
  }

  /** From an even spread. */
  private FlowState fokkerPlanck(StageRun<FlowState> run) {
    int begin = run.from().map(FlowState::step).orElse(0);
    run.progress().accept((double) begin / FOKKER_PLANCK_STEPS);
    FokkerPlanck equation = equation(spec, temperature);
    double[] even = new double[equation.cells().count()];
    Arrays.fill(even, 1.0 / even.length);
    FlowState state = run.from().orElseGet(() -> new FlowState(0, even, new double[even.length]));
    double dt = spec.simulation().time() / FOKKER_PLANCK_STEPS;
    int half = FOKKER_PLANCK_STEPS / 2;
    while (state.step() < FOKKER_PLANCK_STEPS) {
      equation.step(state.shares(), dt);
      FlowState next = state.next();
      double[] mean = next.mean();
      for (int i = 0; next.step() > half && i < mean.length; i++) {
        mean[i] += next.shares()[i] / half;
      }
      run.progress().accept((double) next.step() / FOKKER_PLANCK_STEPS);
      run.offer().accept(() -> next);
      state = next;
    }
    return state;
  }

  /**
   * The Fokker-Planck equation between two steps.
   *
   * @param step steps done
   * @param shares of the cells, shape [cells]; modified as it goes on
   * @param mean of the shares over the second half of the time so far, shape [cells]; the same
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record FlowState(int step, double[] shares, double[] mean) {

    FlowState next() {
      return new FlowState(step + 1, shares, mean);
    }
  }

  private LandscapeSimulation result(Histogram walked, double[] flowed) {
    double[] edges = IntStream.rangeClosed(0, BINS).mapToDouble(this::edge).toArray();
    Terrain terrain = Terrain.of(landscape, edges);
    BinnedDensity steady = BinnedDensity.of(terrain, temperature, edges);
    TotalVariation fromSteady = TotalVariation.of(walked, steady.shares());
    TotalVariation fromFlow = TotalVariation.of(walked, flowed);
    double notYet = TotalVariation.between(flowed, steady.shares());
    List<Compared> basins =
        IntStream.range(0, terrain.basins().size())
            .mapToObj(k -> compare(walked, flowed, steady, steady.ofBasin(k)))
            .toList();
    return new LandscapeSimulation(
        sentence(fromSteady, fromFlow, notYet),
        temperature,
        spec.simulation().steps(),
        new Densities(
            Series.of(edges),
            density(walked.shares()),
            density(walked.errors()),
            density(flowed),
            density(steady.shares())),
        distance(fromSteady),
        distance(fromFlow),
        notYet,
        basins,
        compare(walked, flowed, steady, steady.trainLoss()),
        compare(walked, flowed, steady, steady.testLoss()),
        context.execution());
  }

  private double edge(int i) {
    return i == BINS ? bins.to() : bins.from() + i * bins.width();
  }

  private Series density(double[] shares) {
    return Series.of(Arrays.stream(shares).map(share -> share / bins.width()).toArray());
  }

  private static Distance distance(TotalVariation distance) {
    return new Distance(distance.distance(), distance.error(), distance.ofPerfectSample());
  }

  private static Compared compare(
      Histogram walked, double[] flowed, BinnedDensity steady, double[] values) {
    Uncertain measured = walked.mean(values);
    return new Compared(
        measured.value(), measured.error(), dot(flowed, values), dot(steady.shares(), values));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private String sentence(TotalVariation fromSteady, TotalVariation fromFlow, double notYet) {
    String arrived =
        !LandscapeSimulation.arrived(notYet)
            ? String.format(
                Locale.ROOT,
                "Not yet at the steady state after a time of %s: by the Fokker-Planck equation %s of the probability is"
                    + " still elsewhere. The walkers agree with it to %s",
                SayNumber.significant(spec.simulation().time()),
                SayNumber.significant(notYet),
                SayNumber.significant(fromFlow.distance()))
            : "At the steady state: the walkers agree with Eq. 5 to "
                + SayNumber.significant(fromSteady.distance());
    double noise =
        LandscapeSimulation.arrived(notYet)
            ? fromSteady.ofPerfectSample()
            : fromFlow.ofPerfectSample();
    return arrived
        + " in total variation, where a perfect sample would have "
        + SayNumber.significant(noise)
        + ".";
  }
}
