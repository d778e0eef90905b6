package org.shiftscope.compute.simulation;

import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.apache.commons.rng.UniformRandomProvider;
import org.shiftscope.compute.descent.Course;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.random.RandomStreams;

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
   * @param course goes on after the blocks that are done
   * @throws Divergence where a walker leaves the finite numbers
   */
  public static Histogram run(
      DriftAndNoise field,
      EnsemblePlan plan,
      Deviates deviates,
      RandomStreams streams,
      Course<EnsembleState> course) {
    return new RunEnsemble(field, plan, deviates, streams).run(course);
  }

  private Histogram run(Course<EnsembleState> course) {
    int blocks = Math.ceilDiv(plan.walkers(), BLOCK);
    EnsembleState state = course.from().orElse(new EnsembleState(new double[0], new double[0]));
    double[] counts = Arrays.copyOf(state.counts(), blocks * plan.bins().count());
    double[] ends = Arrays.copyOf(state.ends(), plan.walkers());
    for (int block = state.counts().length / plan.bins().count(); block < blocks; block++) {
      double done = block;
      runBlock(block, counts, ends, share -> course.progress().accept((done + share) / blocks));
      int soFar = block + 1;
      course
          .offer()
          .accept(
              () ->
                  new EnsembleState(
                      Arrays.copyOf(counts, soFar * plan.bins().count()),
                      Arrays.copyOf(ends, Math.min(plan.walkers(), soFar * BLOCK))));
    }
    course.progress().accept(1);
    return new Histogram(plan.bins(), counts, ends);
  }

  private void runBlock(int block, double[] counts, double[] ends, DoubleConsumer progress) {
    UniformRandomProvider random = streams.split("walkers").split(block).fastGenerator();
    Deviates.Source source = deviates.from(random);
    int first = block * BLOCK;
    double[] x = new double[Math.min(BLOCK, plan.walkers() - first)];
    Arrays.setAll(
        x, i -> plan.startFrom() + (plan.startTo() - plan.startFrom()) * random.nextDouble());
    double[] drift = new double[x.length];
    double[] noise = new double[x.length];
    double[] xi = new double[x.length];
    for (long step = 1; step <= plan.steps(); step++) {
      if (step % REPORT == 1) {
        progress.accept((double) (step - 1) / plan.steps());
        requireFinite(x, step);
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
