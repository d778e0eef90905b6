package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a person asks for: everything that decides the numbers of an experiment, and nothing else.
 *
 * <p>A spec that exists is valid: each record refuses wrong values with all its {@link Problem}s.
 * To add a kind of experiment, add its record: to {@link TrainedExperiment} where it trains a
 * network, or here. The compiler then points at the switches that run it, ask for it and show it.
 */
@ToldBy("kind")
public sealed interface ExperimentSpec
    permits TemperatureSweep,
        Landscape,
        SteadyState,
        AssumptionCheck,
        TrainedExperiment,
        Invariance {

  /** The names of all kinds, in the order in which a person is offered them. */
  static List<String> kinds() {
    return Variants.of(ExperimentSpec.class).ids();
  }

  @Law
  static void title(Problems problems, String title) {
    problems.title(title.strip());
  }

  /** The kind's name in JSON, in the database and in addresses. */
  default String kind() {
    return Variants.idOf(getClass());
  }

  /** A person's name for the experiment, 1 to 200 characters. Does not change the numbers. */
  String title();

  /** What sets its trials apart: temperatures, seeds and whatever else it varies. */
  Axes axes();

  /** Number of trials, at least 1. Trials are numbered from 0. */
  default int trialCount() {
    return axes().count();
  }

  /** The temperature of a trial. */
  default double temperatureOf(int trial) {
    return axes().number(Axis.TEMPERATURE, trial);
  }

  /** The seed of a trial. */
  default long seedOf(int trial) {
    return axes().whole(Axis.SEED, trial);
  }

  /** The seed of a trial's split into train and test samples; empty where it is the given one. */
  default Optional<Long> splitOf(int trial) {
    return dataset(trial).flatMap(DatasetSpec::split);
  }

  /** What sets a trial apart from the others, by its names in JSON, in the order of the axes. */
  default SequencedMap<String, Number> coordinates(int trial) {
    return axes().at(trial);
  }

  /** What sets a trial apart from the others, for a person: {@code "T = 0.003, seed 1"}. */
  default String trialLabel(int trial) {
    return axes().label(trial);
  }

  /** The dataset that a trial reads; empty where it needs none. */
  Optional<DatasetSpec> dataset(int trial);

  /** All datasets that its trials read, each once; empty where they need none. */
  default List<DatasetSpec> datasets() {
    return IntStream.range(0, trialCount())
        .mapToObj(this::dataset)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  /** The points of other trials without which its trials cannot start. */
  default List<TrialInput> inputs() {
    return List.of();
  }

  /** Those that one trial needs. */
  default List<TrialInput> inputs(int trial) {
    return inputs().stream().filter(input -> input.trial() == trial).toList();
  }

  /** The points that its trials reach, where nothing diverges. */
  default Set<NamedPoint> points() {
    return Set.of();
  }

  /**
   * Why its trials cannot take inputs from the trials of an experiment: a law that follows the name
   * of the field; empty where they can.
   */
  default Optional<String> refuse(ExperimentSpec source) {
    return Optional.empty();
  }
}
