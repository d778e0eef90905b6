package org.shiftscope.compute.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The two-stage experiment (Fig 5 of the paper): each initialisation is trained once by a schedule,
 * and from where that ends SGD goes on at several temperatures, with several (η, B) for each. The
 * paper's claim is that the losses that it comes to depend on η and B through T = η / B alone.
 *
 * <p>The first trials are the first stages, one for each initialisation, which is a seed, on a
 * split where there are several. All others start at the end of one of them and wait for it.
 *
 * @param title a person's name for it
 * @param dataset the samples, train and test, and their splits
 * @param network what is trained; it must take the dataset's images
 * @param temperatures the temperatures T of the second stage, in learning rate per sample
 * @param batchSizes batch sizes B of the second stage, each at every temperature with η = T · B;
 *     distinct
 * @param seeds one initialisation for each; 10,000 trials at most, the first stages counted
 * @param sgd the first stage; a schedule
 * @param second the second stage
 */
@Id(TwoStage.KIND)
@Offers(TwoStagePresets.class)
public record TwoStage(
    @Default(by = "defaultTitle") String title,
    DatasetSpec dataset,
    NetworkSpec network,
    Temperatures temperatures,
    @Items(least = 1, most = MOST_BATCH_SIZES) List<Integer> batchSizes,
    Seeds seeds,
    SgdSpec sgd,
    SecondStage second)
    implements TrainedExperiment {

  /** The kind's name in JSON. */
  public static final String KIND = "two-stage";

  private static final int MOST_BATCH_SIZES = 100;

  public TwoStage {
    title = title.strip();
    batchSizes = List.copyOf(batchSizes);
    var problems = new Problems().title(title);
    problems
        .items(TwoStage.class, "batchSizes", "batchSizes", batchSizes, "must hold 1 to 100 numbers")
        .require(
            new HashSet<>(batchSizes).size() == batchSizes.size(),
            "batchSizes",
            "must differ from one another",
            batchSizes);
    for (int i = 0; i < batchSizes.size(); i++) {
      problems.wholeNumber("batchSizes[" + i + "]", batchSizes.get(i), 1, dataset.trainSamples());
    }
    temperatures.checkOfNetwork(problems, "temperatures");
    problems.require(
        sgd.ownTemperature().isPresent(),
        "sgd.plan",
        "must be scheduled: the first stage has a temperature of its own",
        Variants.idOf(sgd.getClass()));
    problems.refuseIfAny();
    TrainingSpec first = first(dataset, network, seeds, sgd);
    Axes settings = axes(dataset, temperatures, batchSizes, seeds);
    problems.require(
        settings.trials() + first.axes().trials() <= Axes.MOST_TRIALS,
        "batchSizes",
        "times temperatures and seeds must make at most "
            + Axes.MOST_TRIALS
            + " trials, the first stages counted",
        settings.trials() + first.axes().trials());
    checkSteps(problems, dataset, temperatures, batchSizes, sgd, second);
    problems.refuseIfAny();
  }

  private static void checkSteps(
      Problems problems,
      DatasetSpec dataset,
      Temperatures temperatures,
      List<Integer> batchSizes,
      SgdSpec sgd,
      SecondStage second) {
    long fewest = Long.MAX_VALUE;
    for (double temperature : temperatures.values()) {
      for (int batchSize : batchSizes) {
        SgdSpec plan = second.plan(temperature, batchSize, sgd.lambda());
        fewest = Math.min(fewest, new SgdCourse(plan, dataset.trainSamples()).stepsAt(temperature));
      }
    }
    problems.require(
        second.lastSteps() < fewest,
        "second.lastSteps",
        "must be fewer than the steps of the second stage at every temperature and batch size: the"
            + " shortest takes "
            + fewest,
        second.lastSteps());
  }

  static String defaultTitle(Optional<NetworkSpec> network, Optional<DatasetSpec> dataset) {
    return "Two stages"
        + network.map(n -> " of the " + n.name()).orElse("")
        + dataset.map(d -> " on " + d.name().title()).orElse("");
  }

  private static TrainingSpec first(
      DatasetSpec dataset, NetworkSpec network, Seeds seeds, SgdSpec sgd) {
    return new TrainingSpec(
        dataset,
        network,
        new Temperatures.Listed(List.of(sgd.ownTemperature().orElseThrow())),
        seeds,
        sgd);
  }

  /** How the first stages are trained; its trials are theirs. */
  @Override
  public TrainingSpec training() {
    return first(dataset, network, seeds, sgd);
  }

  /**
   * How a second stage is trained: a training of one trial, number 0, whose start is not told.
   *
   * @param trial its number in this experiment
   */
  public TrainingSpec trainingOf(int trial) {
    double temperature = temperatureOf(trial);
    return new TrainingSpec(
        dataset(trial).orElseThrow(),
        network,
        new Temperatures.Listed(List.of(temperature)),
        new Seeds(List.of(seedOf(trial))),
        second.plan(temperature, batchSizeOf(trial), sgd.lambda()));
  }

  /** How many first stages there are: the trials from 0 on. */
  public int firstStages() {
    return seeds.values().size() * dataset.splits().map(all -> all.values().size()).orElse(1);
  }

  /** Whether a trial is a first stage. */
  public boolean isFirst(int trial) {
    return trial < firstStages();
  }

  /** The first stage from whose end a second one starts; itself of a first one. */
  public int firstOf(int trial) {
    return isFirst(trial)
        ? trial
        : (trial - firstStages()) / (temperatures.count() * batchSizes.size());
  }

  /** Of the second stages. */
  @Override
  public Axes axes() {
    return axes(dataset, temperatures, batchSizes, seeds);
  }

  private static Axes axes(
      DatasetSpec dataset, Temperatures temperatures, List<Integer> batchSizes, Seeds seeds) {
    Axes axes = Axes.of(Axis.of(temperatures), Axis.ofBatchSizes(batchSizes), Axis.of(seeds));
    return dataset.splits().map(splits -> axes.with(Axis.ofSplits(splits))).orElse(axes);
  }

  /** A trial's axes and its number on them. */
  private Axes axesOf(int trial) {
    return isFirst(trial)
        ? axes(dataset, training().temperatures(), List.of(sgd.batchSize()), seeds)
        : axes();
  }

  private int onAxes(int trial) {
    return isFirst(trial) ? trial : trial - firstStages();
  }

  @Override
  public int trialCount() {
    return firstStages() + axes().count();
  }

  @Override
  public double temperatureOf(int trial) {
    return axesOf(trial).number(Axis.TEMPERATURE, onAxes(trial));
  }

  @Override
  public long seedOf(int trial) {
    return axesOf(trial).whole(Axis.SEED, onAxes(trial));
  }

  /** B of a trial. */
  public int batchSizeOf(int trial) {
    return Math.toIntExact(axesOf(trial).whole(Axis.BATCH_SIZE, onAxes(trial)));
  }

  @Override
  public SequencedMap<String, Number> coordinates(int trial) {
    return axesOf(trial).at(onAxes(trial));
  }

  @Override
  public String trialLabel(int trial) {
    return (isFirst(trial) ? "first stage, " : "") + axesOf(trial).label(onAxes(trial));
  }

  @Override
  public Optional<DatasetSpec> dataset(int trial) {
    return Optional.of(training().dataset(firstOf(trial)));
  }

  @Override
  public List<TrialInput> inputs() {
    return IntStream.range(firstStages(), trialCount()).mapToObj(this::input).toList();
  }

  @Override
  public List<TrialInput> inputs(int trial) {
    return isFirst(trial) ? List.of() : List.of(input(trial));
  }

  private TrialInput input(int trial) {
    return new TrialInput(trial, "second", start(trial));
  }

  /** The point from which a second stage starts. */
  public PointRef start(int trial) {
    return PointRef.own(firstOf(trial), NamedPoint.SGD_END);
  }

  @Override
  public Set<NamedPoint> points() {
    return Set.of(NamedPoint.INITIAL, NamedPoint.SGD_END);
  }
}
