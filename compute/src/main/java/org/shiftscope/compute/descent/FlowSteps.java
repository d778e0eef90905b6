package org.shiftscope.compute.descent;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The steps of a flow at a fixed rate. It lands on each of its times: from one to the next go whole
 * steps, of which the last may be shorter.
 */
final class FlowSteps {

  /**
   * An early time needs shorter steps than the end, at which what decays fast has gone: few of them
   * cost little.
   */
  private static final long FEWEST = 32;

  private final Leg[] legs;

  private FlowSteps(FlowTimes times, IntFunction<Leg> leg) {
    legs = IntStream.range(0, times.count()).mapToObj(leg).toArray(Leg[]::new);
  }

  /** Steps of a rate, above 0. */
  static FlowSteps at(FlowTimes times, double rate) {
    return new FlowSteps(
        times,
        i -> {
          double length = times.at(i) - times.before(i);
          return new Leg(times.before(i), length, rate, (long) Math.ceil(length / rate - 1e-9));
        });
  }

  /**
   * About so many equal steps, at least as many, and never fewer than {@value #FEWEST} from one
   * time to the next; with one doubling more each is halved exactly.
   */
  static FlowSteps of(FlowTimes times, long fewest, int doublings) {
    return new FlowSteps(
        times,
        i -> {
          double length = times.at(i) - times.before(i);
          double share = length / times.end();
          long count = Math.max(FEWEST, (long) Math.ceil(fewest * share - 1e-9)) << doublings;
          return new Leg(times.before(i), length, length / count, count);
        });
  }

  /** All of them. */
  long count() {
    long count = 0;
    for (Leg leg : legs) {
      count += leg.steps();
    }
    return count;
  }

  /** The step after so many. {@code taken}: below the count. */
  Step after(long taken) {
    long left = taken;
    int i = 0;
    while (left >= legs[i].steps()) {
      left -= legs[i++].steps();
    }
    return legs[i].step(i, left);
  }

  /**
   * A step.
   *
   * @param begin flow time at which it begins
   * @param length of flow time
   * @param landed times that the flow has landed on where it begins
   */
  record Step(double begin, double length, int landed) {}

  /**
   * The steps from one time to the next.
   *
   * @param begin the flow time before
   * @param length flow time that they take together
   * @param rate the length of all but the last
   * @param steps how many
   */
  record Leg(double begin, double length, double rate, long steps) {

    private Step step(int landed, long taken) {
      return new Step(begin + taken * rate, Math.min(rate, length - taken * rate), landed);
    }
  }
}
