package org.shiftscope.compute.spec;

/**
 * How rough a loss is on the way of its flow. A sample that crosses a kink moves the mean gradient
 * by its own share, so that a loss of fewer samples is rougher in proportion.
 *
 * @param kinks of the network
 * @param jumps what they cost the adaptive integrator: its gradients · tolerance · samples / √time
 *     (docs/results/refinement.md)
 * @param samples of the loss
 * @param sliding whether the flow slides along kinks on all its way
 */
public record Roughness(Kinks kinks, double jumps, int samples, boolean sliding) {

  /** Of a flow that leaves the end of SGD for the minimum of another loss. */
  public static Roughness ofTestLoss(Kinks kinks, int samples) {
    return new Roughness(kinks, kinks.jumps(), samples, kinks.slides());
  }

  /**
   * Of a flow on the loss that SGD descended: it stays near the end of SGD, whose noise holds it
   * off kinks.
   *
   * @param cooled whether SGD's rate dropped: then it has settled on kinks, and the flow slides
   */
  public static Roughness ofTrainLoss(Kinks kinks, int samples, boolean cooled) {
    return cooled
        ? new Roughness(kinks, kinks.jumps(), samples, kinks != Kinks.NONE)
        : new Roughness(kinks, kinks.near(), samples, kinks.slides());
  }

  /** Whether the flow stays where fewer kinks are crossed. */
  boolean isNear() {
    return jumps < kinks.jumps();
  }
}
