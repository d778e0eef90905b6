package org.shiftscope.compute.spec;

import java.util.List;
import java.util.SequencedMap;

/**
 * The overparametrized case (Section 5 and Appendix D): a network with more parameters than samples
 * is trained by SGD and refined, on the train loss with λ and on the test loss without; at both
 * points the span of the samples' gradients is taken, and the shift is projected to that of the
 * test point (Eq. 12). Beside that, the modified SGD of Eq. 13 where its steady state is known.
 *
 * @param title a person's name for it
 * @param dataset few samples: at most 400 of each
 * @param network what is trained; with more parameters than samples
 * @param temperatures the temperatures T, in learning rate per sample
 * @param seeds one trial for each temperature and seed, 10,000 trials at most
 * @param sgd how the network is trained; λ above 0, so that train minima are strict
 * @param refinement how the train and test points are found from the end of SGD
 * @param modifiedSgd the check of Eq. 13, at the same temperatures
 */
public record OverparametrizedShift(
    String title,
    DatasetSpec dataset,
    NetworkSpec network,
    Temperatures temperatures,
    Seeds seeds,
    SgdSpec sgd,
    RefinementSpec refinement,
    ModifiedSgdSpec modifiedSgd)
    implements ExperimentSpec {

  /** The kind's name in JSON. */
  public static final String KIND = "overparametrized";

  /** All gradients are kept, and their span takes N² d operations. */
  private static final int MOST_SAMPLES = 400;

  /** Hessian-vector products of each search for the ends of a spectrum, three gradients each. */
  private static final double PRODUCTS = 100;

  public OverparametrizedShift {
    title = title.strip();
    var problems = new Problems();
    TemperatureSweep.checkTitle(problems, title);
    problems
        .wholeNumber("dataset.trainSamples", dataset.trainSamples(), 2, MOST_SAMPLES)
        .wholeNumber("dataset.testSamples", dataset.testSamples(), 2, MOST_SAMPLES);
    TemperatureSweep.checkImages(problems, network, dataset.name());
    problems.require(
        !(network instanceof NetworkSpec.Vgg9 vgg && vgg.batchNorm()),
        "network.batchNorm",
        "must be false: with it, a sample has no gradient of its own",
        true);
    new TrialGrid(temperatures, seeds).check(problems);
    problems
        .require(
            sgd.batchSize() <= dataset.trainSamples(),
            "sgd.batchSize",
            "must not exceed the " + dataset.trainSamples() + " train samples",
            sgd.batchSize())
        .require(
            sgd.lambda() > 0,
            "sgd.lambda",
            "must be above 0: without it the train loss has no strict minimum here",
            sgd.lambda());
    problems.refuseIfAny();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int trialCount() {
    return grid().count();
  }

  /** The temperature of a trial. */
  public double temperatureOf(int trial) {
    return grid().temperatureOf(trial);
  }

  /** The seed of a trial. */
  public long seedOf(int trial) {
    return grid().seedOf(trial);
  }

  /** SGD on the train samples. */
  public SgdCourse course() {
    return new SgdCourse(sgd, dataset.trainSamples());
  }

  @Override
  public double cost(int trial) {
    double temperature = temperatureOf(trial);
    return course().cost(temperature)
        + trainCost()
        + testCost()
        + spanCost()
        + hessianCost()
        + modifiedCost(temperature);
  }

  /** Sample gradients of the refinement on the train loss. */
  public double trainCost() {
    return refinement.expectedTrainGradients() * dataset.trainSamples();
  }

  /** Sample gradients of the refinement on the test loss. */
  public double testCost() {
    return refinement.expectedTestGradients() * dataset.testSamples();
  }

  /** Orthogonalising N gradients of one sample: each costs about as much as N gradients. */
  public double spanCost() {
    return Math.pow(dataset.trainSamples(), 2) + Math.pow(dataset.testSamples(), 2);
  }

  /** Sample gradients of the two searches for the ends of the spectrum. */
  public double hessianCost() {
    return 2 * 3 * PRODUCTS * dataset.trainSamples();
  }

  /** A step of the modified SGD costs a few hundredths of a gradient of a small network. */
  public double modifiedCost(double temperature) {
    return modifiedSgd.steps(temperature) / 20;
  }

  @Override
  public List<DatasetSpec> datasets() {
    return List.of(dataset);
  }

  @Override
  public SequencedMap<String, Number> coordinates(int trial) {
    return grid().coordinates(trial);
  }

  @Override
  public String trialLabel(int trial) {
    return grid().label(trial);
  }

  private TrialGrid grid() {
    return new TrialGrid(temperatures, seeds);
  }
}
