package org.shiftscope.compute.certificate;

import static org.shiftscope.compute.training.TrainingStep.PRODUCT;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.MeasureSpectra.Point;
import org.shiftscope.compute.curvature.ProductsState;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.training.TrainingMemory;
import org.shiftscope.compute.training.TrainingStep;

/** The lowest eigenvalues at both points, in a stage of their own. */
public final class LowestOfBoth {

  private static final String LOWEST = "lowest eigenvalues";

  private LowestOfBoth() {}

  /** What the stage costs, about. */
  public static List<StageCost> costs(DatasetSpec dataset, int parameters) {
    double samples = (double) dataset.trainSamples() + dataset.testSamples();
    double products = expected(parameters) * FindLowest.MOST_PRODUCTS;
    return List.of(
        PRODUCT.cost(LOWEST, products * samples),
        new StageCost(
            LOWEST,
            Lanczos.OPERATION,
            2 * Lanczos.operations(products, parameters),
            TrainingStep.weightOf(1, parameters)));
  }

  /**
   * Products at each point, in parts of the cap: 64 of 150 on a network of 2,410 parameters (40
   * points), 123 on VGG16 at an eighth of its width (12 points, its samples counted).
   */
  private static double expected(int parameters) {
    return Math.min(1, 0.43 * Math.pow(parameters / 2_410.0, 0.14));
  }

  /** The basis of a search. */
  public static TrialMemory.Part memory(TrainingSpec training) {
    return TrainingMemory.vectors(
        training,
        FindLowest.MOST_PRODUCTS,
        "network." + TrainingMemory.rulingField(training.network()),
        "a smaller network");
  }

  /**
   * Finds them.
   *
   * @param streams the run's streams; {@code lowest} is split off
   */
  public static Found run(Point train, Point test, RandomStreams streams, Stages stages) {
    RandomStreams own = streams.split(LOWEST);
    return stages.run(
        LOWEST,
        State.class,
        Found.class,
        run -> {
          LowestEigenvalues onTrain = train(train, own.split("train"), run);
          StageRun<ProductsState> part =
              run.part(
                  run.from().filter(state -> state.train().isPresent()).flatMap(State::within),
                  0.5,
                  1,
                  within -> new State(Optional.of(onTrain), Optional.of(within)));
          return new Found(
              onTrain, FindLowest.at(test.loss(), test.theta(), own.split("test"), part));
        });
  }

  private static LowestEigenvalues train(Point train, RandomStreams streams, StageRun<State> run) {
    Optional<LowestEigenvalues> before = run.from().flatMap(State::train);
    if (before.isPresent()) {
      return before.get();
    }
    StageRun<ProductsState> part =
        run.part(
            run.from().flatMap(State::within),
            0,
            0.5,
            within -> new State(Optional.empty(), Optional.of(within)));
    LowestEigenvalues found = FindLowest.at(train.loss(), train.theta(), streams, part);
    run.progress().accept(0.5);
    run.offer().accept(() -> new State(Optional.of(found), Optional.empty()));
    return found;
  }

  /** At both points. */
  public record Found(LowestEigenvalues train, LowestEigenvalues test) {}

  /**
   * Between two products.
   *
   * @param train what was found at the train point; empty while that is looked at
   * @param within the present search
   */
  public record State(Optional<LowestEigenvalues> train, Optional<ProductsState> within) {}
}
