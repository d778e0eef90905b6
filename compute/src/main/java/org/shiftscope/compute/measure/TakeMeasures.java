package org.shiftscope.compute.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures;
import org.shiftscope.compute.result.Measures.Chain;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.spec.MeasuresSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/** Takes the measures that a sweep asks for, one after another; goes on inside each. */
public final class TakeMeasures {

  /** The sort of steps that draw a normal number. */
  public static final String NORMAL = "normal number";

  /** Of plain Java in one. */
  private static final double OPERATIONS = 80;

  private final MeasuresSpec spec;
  private final StageRun<State> run;
  private final List<double[]> taken = new ArrayList<>();
  private Optional<MeasureState> within;
  private double done;

  private TakeMeasures(MeasuresSpec spec, StageRun<State> run) {
    this.spec = spec;
    this.run = run;
    run.from().ifPresent(state -> taken.addAll(state.taken()));
    within = run.from().flatMap(State::within);
  }

  /**
   * Takes them.
   *
   * @param streams the trial's; {@code measures} is split off
   * @param run hears the share that is done
   */
  public static Taken take(
      MeasuresSpec spec, Point point, RandomStreams streams, StageRun<State> run) {
    var take = new TakeMeasures(spec, run);
    for (int i = 0; i < spec.which().size(); i++) {
      take.step(i, point, streams.split("measures"));
    }
    return new Taken(List.copyOf(take.taken));
  }

  /** What {@link #take} found, as it is told. */
  public static Measures tell(MeasuresSpec spec, Taken found) {
    List<Measures.Measured> all = new ArrayList<>();
    Optional<Chain> chain = Optional.empty();
    for (int i = 0; i < spec.which().size(); i++) {
      MeasureName name = spec.which().get(i);
      double[] numbers = found.numbers().get(i);
      all.add(Measure.of(name, spec).tell(numbers));
      if (name == MeasureName.LEARNING_COEFFICIENT) {
        chain = Optional.of(LearningCoefficient.chain(numbers));
      }
    }
    return new Measures(all, chain);
  }

  /**
   * What they cost, as parts of a stage.
   *
   * @param stage its name
   * @param samples of the train set
   * @param parameters d
   */
  public static List<StageCost> costs(
      String stage, MeasuresSpec spec, double samples, int parameters) {
    Stream<StageCost> passes =
        Stream.concat(
                // A stage of free measures is one too.
                Stream.of(new Work(TrainingStep.LOSS, 0)),
                measures(spec).flatMap(measure -> measure.work().stream()))
            .map(work -> work.step().cost(stage, work.passes() * samples));
    double drawn = (double) parameters * measures(spec).mapToInt(Measure::draws).sum();
    double weight = TrainingStep.weightOf(OPERATIONS, parameters);
    return Stream.concat(passes, Stream.of(new StageCost(stage, NORMAL, drawn, weight))).toList();
  }

  private static Stream<Measure> measures(MeasuresSpec spec) {
    return spec.which().stream().map(name -> Measure.of(name, spec));
  }

  /** Seconds that a normal number takes. */
  public static double secondsOfNormal(int parameters, LongSupplier nanoTime) {
    var number = new AtomicLong();
    double[] drawn = new double[parameters];
    return TimeSteps.median(
            () -> {
              RandomGenerator random =
                  RandomStreams.of(0).split(number.getAndIncrement()).generator();
              Arrays.setAll(drawn, i -> random.nextGaussian());
            },
            nanoTime)
        / parameters;
  }

  private void step(int number, Point point, RandomStreams streams) {
    MeasureName name = spec.which().get(number);
    double end = done + share(name);
    if (number == taken.size()) {
      StageRun<MeasureState> part =
          run.part(
              within,
              done,
              Math.min(1, end),
              state -> new State(List.copyOf(taken), Optional.of(state)));
      within = Optional.empty();
      taken.add(Measure.of(name, spec).take(point, streams.split(name.id()), part));
      part.progress().accept(1);
      run.offer().accept(() -> new State(List.copyOf(taken), Optional.empty()));
    }
    done = end;
  }

  private double share(MeasureName name) {
    double all = spec.which().stream().mapToDouble(this::gradients).sum();
    return all == 0 ? 0 : gradients(name) / all;
  }

  private double gradients(MeasureName name) {
    return Measure.of(name, spec).work().stream().mapToDouble(Work::gradients).sum();
  }

  /**
   * Measures between two steps of one.
   *
   * @param taken what each finished one found, in their order
   * @param within the one that is not finished; empty between two
   */
  public record State(List<double[]> taken, Optional<MeasureState> within) {}

  /**
   * What each found.
   *
   * @param numbers value, error, and what else belongs to it, in the order of the spec
   */
  public record Taken(List<double[]> numbers) {}
}
