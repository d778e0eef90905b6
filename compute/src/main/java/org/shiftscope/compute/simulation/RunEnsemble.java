package org.shiftscope.compute.simulation;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.random.GeneratorState;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.simulation.EnsembleState.Block;
import org.shiftscope.compute.stage.StageRun;

/**
 * An ensemble of walkers x ← x − L′(x) dt + √(T c(x) dt) ξ with reflecting ends: with normal
 * deviates, the Euler-Maruyama scheme for the Langevin equation (Eq. 11 of the paper, Itô), of weak
 * order 1 (Kloeden and Platen 1992, section 14.1); with {@link Deviates#minibatch}, SGD itself (Eq.
 * 9) at η = dt and B = dt / T.
 *
 * <p>Walkers go in blocks of {@value #BLOCK}, each block through all its steps with a stream of its
 * own, so that its arrays stay in the first-level cache, and so that blocks are independent: their
 * spread is the ensemble's error, whatever the correlation between a walker's steps.
 */
public final class RunEnsemble {

  /** Walkers in a block; the last may have fewer. */
  public static final int BLOCK = 256;

  /** Steps between two reports, some milliseconds. */
  private static final int REPORT = 500;

  private final DriftAndNoise field;
  private final EnsemblePlan plan;
  private final Deviates deviates;
  private final RandomStreams streams;

  private RunEnsemble(
      DriftAndNoise field, EnsemblePlan plan, Deviates deviates, RandomStreams streams) {
    this.field = field;
    this.plan = plan;
    this.deviates = deviates;
    this.streams = streams;
  }

  /**
   * Runs it, in the calling thread. The result depends on the arguments alone, not on where it was
   * taken up.
   *
   * @param field finite on the domain
   * @param run goes on within a block
   * @return all blocks done
   * @throws Divergence where a walker leaves the finite numbers
   */
  public static EnsembleState run(
      DriftAndNoise field,
      EnsemblePlan plan,
      Deviates deviates,
      RandomStreams streams,
      StageRun<EnsembleState> run) {
    return new RunEnsemble(field, plan, deviates, streams).run(run);
  }

  private EnsembleState run(StageRun<EnsembleState> run) {
    int blocks = Math.ceilDiv(plan.walkers(), BLOCK);
    EnsembleState state = run.from().orElse(EnsembleState.START);
    double[] counts = Arrays.copyOf(state.counts(), blocks * plan.bins().count());
    double[] ends = Arrays.copyOf(state.ends(), plan.walkers());
    Optional<Block> within = state.within();
    for (int block = state.ends().length / BLOCK; block * BLOCK < plan.walkers(); block++) {
      int present = block;
      StageRun<Block> part =
          run.part(
              within,
              (double) block / blocks,
              (block + 1.0) / blocks,
              at ->
                  new EnsembleState(
                      Arrays.copyOf(counts, (present + 1) * plan.bins().count()),
                      Arrays.copyOf(ends, present * BLOCK),
                      Optional.of(at)));
      runBlock(block, counts, ends, part);
      within = Optional.empty();
    }
    return new EnsembleState(counts, ends, Optional.empty());
  }

  private void runBlock(int block, double[] counts, double[] ends, StageRun<Block> run) {
    RestorableUniformRandomProvider random = streams.split("walkers").split(block).fastGenerator();
    Deviates.Source source = deviates.from(random);
    int first = block * BLOCK;
    double[] x = new double[Math.min(BLOCK, plan.walkers() - first)];
    Arrays.setAll(
        x, i -> plan.startFrom() + (plan.startTo() - plan.startFrom()) * random.nextDouble());
    run.from()
        .ifPresent(
            state -> {
              System.arraycopy(state.x(), 0, x, 0, x.length);
              state.random().restore(random);
            });
    double[] drift = new double[x.length];
    double[] noise = new double[x.length];
    double[] xi = new double[x.length];
    for (long step = run.from().map(Block::step).orElse(0L) + 1; step <= plan.steps(); step++) {
      if (step % REPORT == 1) {
        requireFinite(x, step);
        run.progress().accept((double) (step - 1) / plan.steps());
        long done = step - 1;
        run.offer().accept(() -> new Block(done, x, GeneratorState.of(random)));
      }
      source.fill(xi);
      field.at(x, drift, noise);
      move(x, drift, noise, xi);
      if (step > plan.burnIn() && (step - plan.burnIn()) % plan.sampleEvery() == 0) {
        requireFinite(x, step);
        count(x, counts, block * plan.bins().count());
      }
    }
    requireFinite(x, plan.steps());
    System.arraycopy(x, 0, ends, first, x.length);
  }

  private void move(double[] x, double[] drift, double[] noise, double[] xi) {
    double dt = plan.timeStep();
    double perNoise = plan.temperature() * dt;
    for (int i = 0; i < x.length; i++) {
      x[i] += drift[i] * dt + Math.sqrt(perNoise * noise[i]) * xi[i];
    }
    double from = plan.bins().from();
    double to = plan.bins().to();
    for (int i = 0; i < x.length; i++) {
      if (x[i] < from || x[i] > to) {
        x[i] = reflect(x[i], from, to);
      }
    }
  }

  /** Folds the line into the domain, however far the step went. */
  static double reflect(double x, double from, double to) {
    double width = to - from;
    double past = Math.abs(x - from) % (2 * width);
    return past <= width ? from + past : to - (past - width);
  }

  private void count(double[] x, double[] counts, int offset) {
    Bins bins = plan.bins();
    for (double at : x) {
      counts[offset + bins.of(at)]++;
    }
  }

  private static void requireFinite(double[] x, long step) {
    double sum = 0;
    for (double at : x) {
      sum += at;
    }
    if (!Double.isFinite(sum)) {
      throw new Divergence(step);
    }
  }
}
