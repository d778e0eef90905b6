package org.shiftscope.compute.descent;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The times at which a flow is looked at.
 *
 * @param all ascending, all above 0, at least one; the last is τ, at which it ends
 */
record FlowTimes(List<Double> all) {

  FlowTimes {
    all = List.copyOf(all);
  }

  /** The end alone. */
  static FlowTimes to(double time) {
    return new FlowTimes(List.of(time));
  }

  /** The end, and earlier times given as shares of it. {@code shares}: ascending, below 1. */
  static FlowTimes to(double time, List<Double> shares) {
    return new FlowTimes(
        DoubleStream.concat(
                shares.stream().mapToDouble(share -> share * time), DoubleStream.of(time))
            .boxed()
            .toList());
  }

  /** τ. */
  double end() {
    return all.getLast();
  }

  int count() {
    return all.size();
  }

  double at(int i) {
    return all.get(i);
  }

  /** The time before the i-th, 0 before the first. */
  double before(int i) {
    return i == 0 ? 0 : all.get(i - 1);
  }
}
