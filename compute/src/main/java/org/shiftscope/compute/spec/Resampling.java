package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Experiment E3 of the paper (Fig 5): whether the shift comes from another distribution of the test
 * samples, or from finite samples. The network is trained on samples drawn anew, by plain shuffling
 * as in the paper, not stratified by class; a trial measures what one of a temperature sweep does.
 *
 * <p>Each seed is a draw: of its shuffle, of its samples, of its weights and minibatches. A draw of
 * fewer samples is a part of the same seed's draw of more.
 *
 * @param title a person's name for it
 * @param training the network, and how it is trained, at one temperature; the samples that are
 *     shuffled and drawn from, without splits; the seeds of all draws
 * @param refinement how the train and test points are found from the end of SGD
 * @param line the grid of the line through both points
 * @param shuffle the shuffling experiment; empty for none
 * @param sizes the sample sizes of the sample-size experiment, train and test together, split in
 *     the proportion of the dataset's; empty for none
 */
@Id(Resampling.KIND)
@Offers(ResamplingPresets.class)
public record Resampling(
    @Default(by = "defaultTitle") String title,
    @Flat TrainingSpec training,
    RefinementSpec refinement,
    @Default("{\"from\": -1, \"to\": 2, \"points\": 61}") LineSpec line,
    Optional<ShuffleSpec> shuffle,
    Optional<SampleSizes> sizes)
    implements TrainedExperiment {

  /** The kind's name in JSON. */
  public static final String KIND = "resampling";

  public Resampling {
    title = title.strip();
    var problems = new Problems().title(title);
    check(problems, training.dataset());
    refinement.checkEndAlone(problems);
    problems
        .require(
            training.temperatures().count() == 1,
            "temperatures",
            "must be one: samples are compared, not temperatures",
            training.temperatures().count())
        .require(
            training.start().isEmpty(),
            "start",
            "must be left out: every trial draws its weights",
            "")
        .require(
            shuffle.isPresent() || sizes.isPresent(),
            "shuffle",
            "must be given where sizes are not: there would be nothing to do",
            "");
    sizes.ifPresent(asked -> check(problems, asked, training));
    problems.refuseIfAny();
    axes(training, shuffle, sizes)
        .check(problems, Axes.MOST_TRIALS, "seeds", "sample sizes")
        .refuseIfAny();
  }

  @Law
  static void check(Problems problems, DatasetSpec dataset) {
    problems.require(
        dataset.splits().isEmpty(),
        "dataset.splits",
        "must be left out: each seed makes a split of its own",
        "");
  }

  private static void check(Problems problems, SampleSizes sizes, TrainingSpec training) {
    DatasetSpec dataset = training.dataset();
    for (int i = 0; i < sizes.values().size(); i++) {
      int size = sizes.values().get(i);
      int train = dataset.trainSamplesOf(size);
      problems.require(
          size <= dataset.samples(),
          "sizes[" + i + "]",
          "must be at most the " + dataset.samples() + " train and test samples",
          size);
      problems.require(
          size > dataset.samples() || train >= 1 && train < size,
          "sizes[" + i + "]",
          "must leave a sample to train and one to test on: it makes " + train + " to train on",
          size);
      problems.require(
          training.sgd().batchSize() <= train,
          "sgd.batchSize",
          "must not exceed the " + train + " train samples of a sample size of " + size,
          training.sgd().batchSize());
    }
  }

  static String defaultTitle(Optional<NetworkSpec> network, Optional<DatasetSpec> dataset) {
    return "Resampling"
        + network.map(n -> " of the " + n.name()).orElse("")
        + dataset.map(d -> " on " + d.name().title()).orElse("");
  }

  /**
   * What is trained on.
   *
   * @param sampleSize n, train and test together
   * @param given whether in the given split
   */
  public record Draw(int sampleSize, boolean given) {}

  /** For each seed, in the order of its trials. */
  private static List<Draw> draws(
      DatasetSpec dataset, Optional<ShuffleSpec> shuffle, Optional<SampleSizes> sizes) {
    int all = dataset.samples();
    return Stream.concat(
            shuffle.stream().flatMap(_ -> Stream.of(new Draw(all, true), new Draw(all, false))),
            sizes.stream().flatMap(asked -> asked.values().stream()).map(n -> new Draw(n, false)))
        .distinct()
        .toList();
  }

  /** What a trial is trained on. */
  public Draw draw(int trial) {
    List<Draw> draws = draws(dataset(), shuffle, sizes);
    return draws.get(trial % draws.size());
  }

  @Override
  public Axes axes() {
    return axes(training, shuffle, sizes);
  }

  /** Trials go through the draws of the first seed first. */
  private static Axes axes(
      TrainingSpec training, Optional<ShuffleSpec> shuffle, Optional<SampleSizes> sizes) {
    List<Draw> draws = draws(training.dataset(), shuffle, sizes);
    List<Long> seeds = training.seeds().values();
    int trials = Math.multiplyExact(draws.size(), seeds.size());
    return Axes.together(
        new Axis(
            Axis.TEMPERATURE,
            "Temperature",
            "T",
            true,
            trials,
            _ -> training.temperatures().value(0)),
        new Axis(
            Axis.SAMPLE_SIZE,
            "Samples",
            "n",
            true,
            trials,
            trial -> draws.get(trial % draws.size()).sampleSize()),
        new Axis(
            Axis.SPLIT,
            "Split",
            Axis.SPLIT,
            false,
            trials,
            trial ->
                draws.get(trial % draws.size()).given() ? null : seeds.get(trial / draws.size())),
        new Axis(
            Axis.SEED, "Seed", Axis.SEED, false, trials, trial -> seeds.get(trial / draws.size())));
  }

  @Override
  public String trialLabel(int trial) {
    Draw draw = draw(trial);
    String split = draw.given() ? "given split, seed " : "shuffled by seed ";
    return String.format(Locale.ROOT, "n = %d, %s%d", draw.sampleSize(), split, seedOf(trial));
  }

  @Override
  public TrainingSpec training(int trial) {
    Draw draw = draw(trial);
    long seed = seedOf(trial);
    return new TrainingSpec(
        draw.given() ? dataset() : dataset().draw(draw.sampleSize(), seed),
        network(),
        temperatures(),
        new Seeds(List.of(seed)),
        sgd());
  }

  /** A trial as the one trial of a temperature sweep on its samples, which it is. */
  public TemperatureSweep sweep(int trial) {
    return new TemperatureSweep(title, training(trial), refinement, line);
  }

  @Override
  public Optional<DatasetSpec> dataset(int trial) {
    return Optional.of(training(trial).dataset());
  }

  @Override
  public Set<NamedPoint> points() {
    return NamedPoint.REFINED;
  }
}
