package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A network trained by SGD at several temperatures and seeds: what every kind of experiment that
 * trains one has in common. Its fields stand in the spec's JSON beside the kind's own.
 *
 * @param dataset the samples, train and test, and their splits
 * @param network what is trained; it must take the dataset's images
 * @param temperatures the temperatures T, in learning rate per sample; where SGD's plan sets one,
 *     that one alone
 * @param seeds one trial for each temperature, seed and split, 10,000 trials at most
 * @param sgd how the network is trained at each temperature; its minibatches must not exceed the
 *     train samples
 * @param start the trials whose SGD starts from a point of another trial; all others draw their
 *     weights
 */
public record TrainingSpec(
    DatasetSpec dataset,
    NetworkSpec network,
    @Default(by = "ofPlan") Temperatures temperatures,
    Seeds seeds,
    SgdSpec sgd,
    Optional<Starts> start) {

  /** Every trial draws its weights. */
  public TrainingSpec(
      DatasetSpec dataset,
      NetworkSpec network,
      Temperatures temperatures,
      Seeds seeds,
      SgdSpec sgd) {
    this(dataset, network, temperatures, seeds, sgd, Optional.empty());
  }

  /** By what share a temperature typed in decimals may miss the plan's quotient. */
  private static final double ROUNDING = 1e-9;

  public TrainingSpec {
    var problems = new Problems();
    Axes axes = axes(dataset, temperatures, seeds);
    axes.check(
        problems,
        Axes.MOST_TRIALS,
        "temperatures",
        dataset.splits().isPresent() ? "seeds and dataset.splits" : "seeds");
    temperatures.checkOfNetwork(problems, "temperatures");
    checkImages(problems, network, dataset.name());
    problems.require(
        sgd.batchSize() <= dataset.trainSamples(),
        "sgd.batchSize",
        "must not exceed the " + dataset.trainSamples() + " train samples",
        sgd.batchSize());
    sgd.ownTemperature().ifPresent(own -> checkOwn(problems, temperatures, own));
    int trials = (int) Math.min(axes.trials(), Axes.MOST_TRIALS);
    start.ifPresent(given -> given.check(problems, trials));
    problems.refuseIfAny();
  }

  private static void checkOwn(Problems problems, Temperatures temperatures, double own) {
    problems.require(
        temperatures.count() == 1 && Math.abs(temperatures.value(0) - own) <= ROUNDING * own,
        "temperatures",
        "must be left out, or be the plan's own alone: learning rate / batch size = "
            + SayValue.of(own),
        temperatures.values());
  }

  static Optional<Temperatures> ofPlan(Optional<SgdSpec> sgd) {
    return sgd.flatMap(SgdSpec::ownTemperature).map(own -> new Temperatures.Listed(List.of(own)));
  }

  private static void checkImages(Problems problems, NetworkSpec network, DatasetName images) {
    String taken =
        Stream.of(DatasetName.values())
            .filter(network::takes)
            .map(DatasetName::title)
            .collect(Collectors.joining(" or "));
    problems.require(
        network.takes(images),
        "network.name",
        String.format(
            Locale.ROOT,
            "must take the %d × %d images of %s: it halves their sides %d times, and goes with %s",
            images.height(),
            images.width(),
            images.title(),
            network.halvings(),
            taken),
        network.name());
  }

  /** The samples of a trial, in its split. */
  public DatasetSpec dataset(int trial) {
    return dataset.splits().isEmpty() ? dataset : dataset.in(axes().whole(Axis.SPLIT, trial));
  }

  /** SGD on the train samples of a trial. */
  public SgdCourse course(int trial) {
    return new SgdCourse(sgd, dataset(trial).trainSamples());
  }

  /** The point from which a trial's SGD starts; empty where it draws its weights. */
  public Optional<PointRef> start(int trial) {
    return start.flatMap(given -> given.of(trial));
  }

  /** The same of one trial alone, whose weights are drawn. */
  TrainingSpec only(int trial) {
    return new TrainingSpec(
        dataset(trial),
        network,
        new Temperatures.Listed(List.of(temperatureOf(trial))),
        new Seeds(List.of(seedOf(trial))),
        sgd);
  }

  /** Temperatures and seeds, and splits where there are any. */
  Axes axes() {
    return axes(dataset, temperatures, seeds);
  }

  /** The temperature of a trial. */
  public double temperatureOf(int trial) {
    return axes().number(Axis.TEMPERATURE, trial);
  }

  /** The seed of a trial. */
  public long seedOf(int trial) {
    return axes().whole(Axis.SEED, trial);
  }

  /** Sample gradients of a trial's SGD. */
  public double sgdCost(int trial) {
    return course(trial).cost(temperatureOf(trial));
  }

  /** Epochs of a trial's SGD. */
  public double epochs(int trial) {
    return course(trial).epochs(temperatureOf(trial));
  }

  /** Sample gradients that a trial's refinement on the train loss is expected to take. */
  public double trainPointCost(RefinementSpec refinement, int trial) {
    int samples = dataset(trial).trainSamples();
    return samples * refinement.expectedTrainGradients(network, samples, !sgd.drops().isEmpty());
  }

  /** Sample gradients that a trial's refinement on the test loss is expected to take. */
  public double testPointCost(RefinementSpec refinement, int trial) {
    int samples = dataset(trial).testSamples();
    return samples * refinement.expectedTestGradients(network, samples);
  }

  private static Axes axes(DatasetSpec dataset, Temperatures temperatures, Seeds seeds) {
    Axes axes = Axes.of(temperatures, seeds);
    return dataset.splits().map(splits -> axes.with(Axis.ofSplits(splits))).orElse(axes);
  }
}
