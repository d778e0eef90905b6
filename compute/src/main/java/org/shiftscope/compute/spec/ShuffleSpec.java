package org.shiftscope.compute.spec;

/**
 * The shuffling experiment: train and test samples are shuffled together and split anew in the same
 * sizes, once for each seed, and trained on; against as many trainings on the given split.
 *
 * @param margin how large a difference is taken for none: a share of the shuffled splits' mean test
 *     loss for what is measured in nats, and of their mean ‖s‖ for the length of the shift; 0.001
 *     to 1
 */
public record ShuffleSpec(@Default("0.1") @Within(least = 0.001, most = 1) double margin) {

  public ShuffleSpec {
    new Problems().within(ShuffleSpec.class, "margin", margin).refuseIfAny();
  }
}
