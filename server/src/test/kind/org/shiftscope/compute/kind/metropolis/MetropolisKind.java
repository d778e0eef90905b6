package org.shiftscope.compute.kind.metropolis;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.random.GeneratorState;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.MetropolisMeasurement;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.MetropolisSampling;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;

/** Metropolis's walk: accepts a proposal with probability min(1, exp(−ΔU/T)). */
public record MetropolisKind(MetropolisSampling spec) implements Kind {

  private static final int BINS = 80;
  private static final double END = 2.5;
  private static final long AT_ONCE = 10_000;

  @Override
  public TrialResult run(TrialContext context) {
    try (Stages stages = context.stages(spec, costs(context.trial()))) {
      Chain walked = stages.run("chain", Chain.class, Chain.class, run -> walk(context, run));
      return measured(context, walked);
    }
  }

  /** A chain between two steps; the counts are modified as it goes on. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Chain(
      long step, double x, long left, long accepted, double[] counts, GeneratorState random) {}

  private Chain walk(TrialContext context, StageRun<Chain> run) {
    RestorableUniformRandomProvider random =
        RandomStreams.of(spec.seedOf(context.trial())).split("chain").fastGenerator();
    Chain chain =
        run
            .from()
            .orElseGet(() -> new Chain(0, 1, 0, 0, new double[BINS], GeneratorState.of(random)));
    chain.random().restore(random);
    double temperature = spec.temperatureOf(context.trial());
    while (chain.step() < spec.steps()) {
      run.progress().accept((double) chain.step() / spec.steps());
      chain = advance(chain, random, temperature);
      Chain now = chain;
      run.offer().accept(() -> now);
    }
    return chain;
  }

  private Chain advance(Chain chain, RestorableUniformRandomProvider random, double temperature) {
    long end = Math.min(spec.steps(), chain.step() + AT_ONCE);
    double x = chain.x();
    long left = chain.left();
    long accepted = chain.accepted();
    for (long step = chain.step(); step < end; step++) {
      double proposed = x + spec.stride() * (2 * random.nextDouble() - 1);
      double climb = spec.energy(proposed) - spec.energy(x);
      if (random.nextDouble() < Math.exp(-climb / temperature)) {
        x = proposed;
        accepted++;
      }
      left += x < 0 ? 1 : 0;
      int bin = (int) Math.floor((x + END) / (2 * END) * BINS);
      chain.counts()[Math.clamp(bin, 0, BINS - 1)]++;
    }
    return new Chain(end, x, left, accepted, chain.counts(), GeneratorState.of(random));
  }

  private MetropolisMeasurement measured(TrialContext context, Chain chain) {
    double exact = exactLeft(spec.temperatureOf(context.trial()));
    double left = (double) chain.left() / spec.steps();
    double width = 2 * END / BINS;
    return new MetropolisMeasurement(
        "In the left well for "
            + SayNumber.percent(left)
            + " of its steps, where the steady state has "
            + SayNumber.percent(exact)
            + ".",
        left,
        exact,
        (double) chain.accepted() / spec.steps(),
        Series.of(IntStream.rangeClosed(0, BINS).mapToDouble(i -> -END + i * width).toArray()),
        Series.of(
            Arrays.stream(chain.counts()).map(n -> n / (width * spec.steps())).toArray()),
        context.execution());
  }

  /** By the midpoint rule, whose error is far below the chain's. */
  private double exactLeft(double temperature) {
    double left = 0;
    double all = 0;
    for (int i = 0; i < 4_000; i++) {
      double x = -4 + (i + 0.5) / 500;
      double weight = Math.exp(-spec.energy(x) / temperature);
      all += weight;
      left += x < 0 ? weight : 0;
    }
    return left / all;
  }

  @Override
  public List<StageCost> costs(int trial) {
    return List.of(new StageCost("chain", spec.steps()));
  }

  @Override
  public TrialMemory memory() {
    return TrialMemory.inHeap("steps", 8L * BINS);
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    var random = RandomStreams.of(0).fastGenerator();
    var chain = new Chain(0, 1, 0, 0, new double[BINS], GeneratorState.of(random));
    long timed = Math.min(spec.steps(), AT_ONCE);
    double seconds =
        TimeSteps.median(() -> advance(chain, random, spec.temperatureOf(0)), nanoTime) / timed;
    return new Timing(
        new Speed(1 / seconds, Speed.Unit.WALKER_STEPS), Map.of("chain", seconds));
  }

  @Override
  public MetropolisMeasurement.Found findings(
      Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<MetropolisMeasurement> seen =
        new SortTrials<>(spec, MetropolisMeasurement.class, trial -> Set.of())
            .sort(results, include);
    var trends =
        FindTrend.all(
            seen,
            List.of(
                TrendQuantity.of(
                    "left", "Share in the left well", "", MetropolisMeasurement::left),
                TrendQuantity.of(
                    "exact-left", "Exact share", "", MetropolisMeasurement::exactLeft)));
    return new MetropolisMeasurement.Found(
        seen.results().isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(seen.trials(), List.of(trends.getFirst().test().sentence())),
        seen.trials(),
        trends);
  }
}
