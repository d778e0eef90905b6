package org.shiftscope.compute.trial;

import java.util.function.DoubleConsumer;

/**
 * Turns the progress of a trial's stages into that of the whole, each stage weighed by its expected
 * cost.
 */
final class Stages {

  private final TrialWatch watch;
  private final double total;
  private double done;

  Stages(TrialWatch watch, double total) {
    this.watch = watch;
    this.total = total;
  }

  /**
   * Enters the next stage. What is returned hears its share, the share from which it starts or goes
   * on first, and throws {@link TrialCancelled} when the watch asks.
   */
  DoubleConsumer enter(String phase, double cost) {
    double before = done;
    done += cost;
    return share -> tell(phase, before + cost * share);
  }

  /** Throws {@link TrialCancelled} when the watch asks: for use inside a step that takes long. */
  void poll() {
    if (watch.cancelled()) {
      throw new TrialCancelled();
    }
  }

  private void tell(String phase, double cost) {
    poll();
    watch.progress(phase, Math.min(1, cost / total));
  }
}
