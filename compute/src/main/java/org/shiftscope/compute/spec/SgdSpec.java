package org.shiftscope.compute.spec;

/**
 * How SGD runs at each temperature T: constant learning rate η = T · batchSize, samples shuffled
 * each epoch, the last partial batch dropped (the paper's hyperparameters of Figs 1-3).
 *
 * @param batchSize samples in a minibatch B, 1 to 1,000,000
 * @param flowTime η times the number of steps, the same for every temperature (the paper's rule E ·
 *     T = const); 1e-9 to 1e9
 * @param maxEpochs cap on the epochs, 1 to 1,000,000; a trial that it stops early says so
 * @param lambda L2 coefficient λ, adding (λ/2)·‖θ‖² to the loss: 0 to 100
 */
public record SgdSpec(int batchSize, double flowTime, int maxEpochs, double lambda) {

  public SgdSpec {
    new Problems()
        .wholeNumber("batchSize", batchSize, 1, 1_000_000)
        .number("flowTime", flowTime, 1e-9, 1e9)
        .wholeNumber("maxEpochs", maxEpochs, 1, 1_000_000)
        .number("lambda", lambda, 0, 100)
        .refuseIfAny();
  }
}
