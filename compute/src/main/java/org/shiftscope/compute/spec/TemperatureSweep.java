package org.shiftscope.compute.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Experiment E1 of the paper (Figs 1-3): for each temperature and seed, SGD at T = learning rate /
 * batch size, refinement to the nearby train and test points, the losses along the line through
 * them, and the fits of Eq. 3.
 *
 * @param title a person's name for it
 * @param dataset the samples, train and test
 * @param network what is trained
 * @param temperatures the temperatures T, in learning rate per sample
 * @param seeds one trial for each temperature and seed, 10,000 trials at most
 * @param sgd how the network is trained at each temperature
 * @param refinement how the train and test points are found from the end of SGD
 * @param line the grid of the line through both points
 * @param curvature what is measured of the whole Hessian at both points; empty for nothing
 */
public record TemperatureSweep(
    String title,
    DatasetSpec dataset,
    NetworkSpec network,
    Temperatures temperatures,
    Seeds seeds,
    SgdSpec sgd,
    RefinementSpec refinement,
    LineSpec line,
    Optional<CurvatureSpec> curvature)
    implements ExperimentSpec {

  /** The kind's name in JSON. */
  public static final String KIND = "temperature-sweep";

  private static final int MOST_TRIALS = 10_000;

  /** A sweep that measures nothing beside the line. */
  public TemperatureSweep(
      String title,
      DatasetSpec dataset,
      NetworkSpec network,
      Temperatures temperatures,
      Seeds seeds,
      SgdSpec sgd,
      RefinementSpec refinement,
      LineSpec line) {
    this(title, dataset, network, temperatures, seeds, sgd, refinement, line, Optional.empty());
  }

  public TemperatureSweep {
    title = title.strip();
    var problems = new Problems();
    checkTitle(problems, title);
    problems.require(
        (long) temperatures.values().size() * seeds.values().size() <= MOST_TRIALS,
        "temperatures",
        "times seeds must make at most " + MOST_TRIALS + " trials",
        (long) temperatures.values().size() * seeds.values().size());
    checkImages(problems, network, dataset.name());
    problems.require(
        sgd.batchSize() <= dataset.trainSamples(),
        "sgd.batchSize",
        "must not exceed the " + dataset.trainSamples() + " train samples",
        sgd.batchSize());
    problems.refuseIfAny();
  }

  static void checkImages(Problems problems, NetworkSpec network, DatasetName images) {
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

  static void checkTitle(Problems problems, String title) {
    problems.require(
        !title.isEmpty() && title.length() <= 200, "title", "must have 1 to 200 characters", title);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<DatasetSpec> datasets() {
    return List.of(dataset);
  }

  @Override
  public SequencedMap<String, Number> coordinates(int trial) {
    SequencedMap<String, Number> coordinates = new LinkedHashMap<>();
    coordinates.put("temperature", temperatureOf(trial));
    coordinates.put("seed", seedOf(trial));
    return coordinates;
  }

  @Override
  public int trialCount() {
    return temperatures.values().size() * seeds.values().size();
  }

  /**
   * The temperature of a trial. Trials go through the temperatures first, so that a sweep that is
   * stopped early holds every temperature of its first seeds.
   */
  public double temperatureOf(int trial) {
    return temperatures.values().get(trial % temperatures.values().size());
  }

  /** The seed of a trial. */
  public long seedOf(int trial) {
    return seeds.values().get(trial / temperatures.values().size());
  }

  /** Batches in an epoch: the last partial batch is dropped, as in the paper. */
  public int batchesPerEpoch() {
    return dataset.trainSamples() / sgd.batchSize();
  }

  /**
   * Epochs that SGD's flow time takes at a temperature, uncapped: E = flow time / (T · samples used
   * in an epoch).
   */
  public double epochsWanted(double temperature) {
    return sgd.flowTime() / (temperature * batchesPerEpoch() * sgd.batchSize());
  }

  /** SGD steps at a temperature: the flow time's, or the cap's where that is less. At least 1. */
  public long stepsAt(double temperature) {
    double steps = Math.min(epochsWanted(temperature), sgd.maxEpochs()) * batchesPerEpoch();
    return Math.max(1, Math.round(steps));
  }

  @Override
  public double cost(int trial) {
    return sgdCost(trial)
        + refinement.expectedTrainGradients() * dataset.trainSamples()
        + refinement.expectedTestGradients() * dataset.testSamples()
        + lineCost()
        + curvatureCost()
        + spectrumCost();
  }

  /** Sample gradients of SGD. */
  public double sgdCost(int trial) {
    return (double) stepsAt(temperatureOf(trial)) * sgd.batchSize();
  }

  /** The line's share: a loss costs about a third of a gradient. */
  public double lineCost() {
    return line.points() * (dataset.trainSamples() + dataset.testSamples()) / 3.0;
  }

  /**
   * The share of the exact curvatures: a gradient and a Hessian-vector product of each loss, about
   * four gradients.
   */
  public double curvatureCost() {
    return 4.0 * (dataset.trainSamples() + dataset.testSamples());
  }

  /** The share of the eigenvalues and traces; 0 where none are asked for. */
  public double spectrumCost() {
    return curvature.map(CurvatureSpec::expectedGradients).orElse(0.0)
        * (dataset.trainSamples() + dataset.testSamples());
  }

  @Override
  public String trialLabel(int trial) {
    return String.format(Locale.ROOT, "T = %.4g, seed %d", temperatureOf(trial), seedOf(trial));
  }
}
