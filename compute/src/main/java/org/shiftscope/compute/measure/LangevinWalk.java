package org.shiftscope.compute.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.LangevinSpec;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.statistics.Spread;

/**
 * Metropolis-adjusted Langevin dynamics (Roberts and Tweedie 1996) of the density ∝ exp(−U), U(θ) =
 * n β L(θ) + γ/2 ‖θ − θ*‖², from θ* on. A step proposes θ' = θ − ε/2 ∇U(θ) + √ε ξ and takes it with
 * the probability min(1, exp(U(θ) − U(θ')) q(θ | θ') / q(θ' | θ)), so that the chain's density is
 * exact at any ε.
 *
 * <p>Each step draws its ε log-uniformly between a 256th of the largest and the largest, whatever
 * the place: the valleys of singular models are wide in the middle and narrow far out, and a chain
 * with one ε hardly enters them (on x²y² it is 15 % too low, and its own error does not show it).
 * Over the first third the largest ε is tuned towards an acceptance of 0.574 (Roberts and Rosenthal
 * 1998) by steps that fall as 1 / √k in its logarithm; then it stays, and n β (L − L(θ*)) is kept.
 * Its error is told by the spread of the means over 20 successive parts.
 */
final class LangevinWalk {

  private static final double BEST_ACCEPTANCE = 0.574;
  private static final double TUNING = 2;
  private static final double SMALLEST = 1.0 / 256;
  private static final int PARTS = 20;

  private final LangevinSpec spec;
  private final Objective loss;
  private final double[] centre;
  private final double temperature;
  private final RandomStreams streams;
  private final List<Double> excesses = new ArrayList<>();
  private final double atCentre;
  private double[] theta;
  private double[] gradient;
  private double value;
  private double largest;
  private int done;
  private int taken;

  private LangevinWalk(
      LangevinSpec spec,
      Objective loss,
      double[] centre,
      double temperature,
      RandomStreams streams) {
    this.spec = spec;
    this.loss = loss;
    this.centre = centre;
    this.temperature = temperature;
    this.streams = streams;
    theta = centre.clone();
    gradient = new double[centre.length];
    atCentre = loss.valueAndGradient(theta, gradient);
    value = atCentre;
    largest = spec.stepSize();
  }

  /**
   * A chain that has not begun.
   *
   * @param centre θ*, shape [d], not modified
   * @param samples n, at least 2
   */
  static LangevinWalk of(
      LangevinSpec spec, Objective loss, double[] centre, int samples, RandomStreams streams) {
    return new LangevinWalk(spec, loss, centre, samples / Math.log(samples), streams);
  }

  /**
   * Walks.
   *
   * @return the mean of n β (L − L(θ*)), its error, the acceptance, ε, the drift, its error, and
   *     the means over 20 parts
   */
  double[] run(StageRun<MeasureState> run) {
    if (run.from().orElse(null) instanceof MeasureState.Walk before) {
      goOn(before);
    }
    while (done < spec.steps()) {
      run.progress().accept((double) done / spec.steps());
      step(streams.split(done).generator());
      run.offer().accept(this::state);
    }
    return told();
  }

  private void step(RandomGenerator random) {
    double size = largest * Math.pow(SMALLEST, random.nextDouble());
    double[] proposed = new double[theta.length];
    for (int i = 0; i < proposed.length; i++) {
      proposed[i] =
          theta[i] - size / 2 * slope(theta, gradient, i) + Math.sqrt(size) * random.nextGaussian();
    }
    double[] there = new double[theta.length];
    double thereValue = loss.valueAndGradient(proposed, there);
    double log =
        potential(theta, value)
            - potential(proposed, thereValue)
            + density(theta, proposed, there, size)
            - density(proposed, theta, gradient, size);
    // NaN where the proposal left the finite numbers: not taken.
    double probability = log >= 0 ? 1 : log < 0 ? Math.exp(log) : 0;
    boolean take = random.nextDouble() < probability;
    if (take) {
      theta = proposed;
      gradient = there;
      value = thereValue;
    }
    done++;
    if (done <= tuning()) {
      largest *= Math.exp(TUNING / Math.sqrt(done) * (probability - BEST_ACCEPTANCE));
    } else {
      taken += take ? 1 : 0;
      excesses.add(temperature * (value - atCentre));
    }
  }

  private int tuning() {
    return spec.steps() / 3;
  }

  private double slope(double[] at, double[] ofLoss, int i) {
    return temperature * ofLoss[i] + spec.localisation() * (at[i] - centre[i]);
  }

  private double potential(double[] at, double lossThere) {
    double squares = 0;
    for (int i = 0; i < at.length; i++) {
      squares += (at[i] - centre[i]) * (at[i] - centre[i]);
    }
    return temperature * lossThere + spec.localisation() / 2 * squares;
  }

  /** ln q(to | from) but for a constant. */
  private double density(double[] to, double[] from, double[] gradientAtFrom, double size) {
    double squares = 0;
    for (int i = 0; i < to.length; i++) {
      double off = to[i] - from[i] + size / 2 * slope(from, gradientAtFrom, i);
      squares += off * off;
    }
    return -squares / (2 * size);
  }

  private double[] told() {
    double[] kept = excesses.stream().mapToDouble(Double::doubleValue).toArray();
    double[] parts =
        IntStream.range(0, PARTS)
            .mapToDouble(
                part -> mean(kept, part * kept.length / PARTS, (part + 1) * kept.length / PARTS))
            .toArray();
    Spread earlier = Spread.of(Arrays.copyOf(parts, PARTS / 2));
    Spread later = Spread.of(Arrays.copyOfRange(parts, PARTS / 2, PARTS));
    double[] told = {
      mean(kept, 0, kept.length),
      Spread.of(parts).error(),
      (double) taken / kept.length,
      largest,
      later.mean() - earlier.mean(),
      Math.hypot(earlier.error(), later.error())
    };
    double[] all = Arrays.copyOf(told, told.length + PARTS);
    System.arraycopy(parts, 0, all, told.length, PARTS);
    return all;
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElse(Double.NaN);
  }

  private MeasureState state() {
    return new MeasureState.Walk(
        theta, gradient, value, largest, done, taken, List.copyOf(excesses));
  }

  private void goOn(MeasureState.Walk before) {
    theta = before.theta();
    gradient = before.gradient();
    value = before.loss();
    largest = before.stepSize();
    done = before.done();
    taken = before.taken();
    excesses.addAll(before.excesses());
  }
}
