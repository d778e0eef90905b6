package org.shiftscope.compute.spec;

import java.util.List;
import java.util.SequencedMap;

/**
 * How well diffusion stands for SGD (Appendix A): a network is trained by SGD at T; there, the
 * cumulants of its samples' gradients are taken along three directions, and the terms of the
 * Kramers-Moyal expansion that follow from them. Beside that, the weak error of the Langevin
 * equation on a model where it is known exactly.
 *
 * @param title a person's name for it
 * @param dataset the samples; those to test on only measure the end of SGD
 * @param network what is trained
 * @param temperatures the temperatures T, in learning rate per sample
 * @param seeds one trial for each temperature and seed, 10,000 trials at most
 * @param sgd how the network is trained at each temperature
 * @param weakError the comparison as the learning rate is halved
 */
public record DiffusionAccuracy(
    String title,
    DatasetSpec dataset,
    NetworkSpec network,
    Temperatures temperatures,
    Seeds seeds,
    SgdSpec sgd,
    WeakErrorSpec weakError)
    implements ExperimentSpec {

  /** The kind's name in JSON. */
  public static final String KIND = "diffusion";

  /** About what a gradient of one sample alone costs, in parts of one inside a minibatch. */
  private static final double ALONE = 5;

  /** Hessian-vector products of the search for the top eigenvector, of three gradients each. */
  private static final double PRODUCTS = 50;

  public DiffusionAccuracy {
    title = title.strip();
    var problems = new Problems();
    TemperatureSweep.checkTitle(problems, title);
    new TrialGrid(temperatures, seeds).check(problems);
    TemperatureSweep.checkImages(problems, network, dataset.name());
    problems.require(
        !(network instanceof NetworkSpec.Vgg9 vgg && vgg.batchNorm()),
        "network.batchNorm",
        "must be false: with it, a sample has no gradient of its own",
        true);
    problems.require(
        sgd.batchSize() <= dataset.trainSamples(),
        "sgd.batchSize",
        "must not exceed the " + dataset.trainSamples() + " train samples",
        sgd.batchSize());
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
    return course().cost(temperatureOf(trial)) + noiseCost();
  }

  /** Sample gradients of what is measured at the end of SGD. */
  public double noiseCost() {
    return (ALONE + 3 * PRODUCTS) * dataset.trainSamples();
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
