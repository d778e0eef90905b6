package org.shiftscope.compute.decomposition;

import static org.shiftscope.compute.training.TrainingStep.GRADIENT;
import static org.shiftscope.compute.training.TrainingStep.PRODUCT;

import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.decomposition.MeasureArrival.Reading;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.overparametrized.MeasureSpan;
import org.shiftscope.compute.overparametrized.SpanState;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.ProjectedShift;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WindowSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;

/**
 * The stages that decompose a trial's mean test loss, once its window and both points are there.
 *
 * @param training the trial
 * @param spec its window
 */
public record DecomposeTrial(TrainNetwork training, WindowSpec spec) {

  private static final String OVERLAPS = "decomposition";
  private static final String ARRIVAL = "arrival";
  private static final String PROJECTED = "projected shift";

  /** A loss beside a gradient. */
  private static final double LOSS = 0.4;

  /** Vectors of d numbers beside the iterates: directions and products at once, means, chunks. */
  private static final int VECTORS =
      2 * MeasureOverlaps.AT_ONCE + 2 * MeasureArrival.DEVIATIONS + 8;

  /** The stages after the window's own. */
  public static List<StageCost> costs(TrainingSpec training, WindowSpec window, int trial) {
    DatasetSpec dataset = training.dataset(trial);
    double products = shared(window.iterates() + Window.BEFORE, MeasureOverlaps.AT_ONCE);
    double read = (double) WindowBlocks.BLOCKS * dataset.trainSamples();
    List<StageCost> terms =
        List.of(
            PRODUCT.cost(OVERLAPS, products * dataset.testSamples()),
            GRADIENT.cost(OVERLAPS, LOSS * window.iterates() * dataset.testSamples()),
            GRADIENT.cost(ARRIVAL, read),
            PRODUCT.cost(
                ARRIVAL, read * shared(MeasureArrival.DEVIATIONS, MeasureArrival.DEVIATIONS)));
    return window.projectedShift()
        ? Stream.concat(terms.stream(), projected(training, dataset).stream()).toList()
        : terms;
  }

  private static List<StageCost> projected(TrainingSpec training, DatasetSpec dataset) {
    int parameters = Network.parameterCount(training.network(), dataset.name());
    return MeasureSpan.costs(PROJECTED, dataset.testSamples(), parameters);
  }

  /** With the iterates and what is made of them. */
  public static TrialMemory memory(TrialMemory plain, TrainingSpec training, WindowSpec window) {
    int samples = training.dataset().trainSamples();
    TrialMemory terms =
        plain
            .with(
                TrainingMemory.vectors(
                    training,
                    (long) window.iterates() + VECTORS,
                    "window.iterates",
                    "fewer iterates or a smaller network"))
            .with(TrainingMemory.chunks(training, MeasureArrival.chunkSize(samples, samples)));
    return window.projectedShift()
        ? terms.with(
            TrainingMemory.vectors(
                training,
                training.dataset().testSamples(),
                "window.projectedShift",
                "no projected shift, fewer test samples or a smaller network"))
        : terms;
  }

  /** Products that take as long as so many that share their passes: a third of one is shared. */
  private static double shared(double products, double atOnce) {
    return products * (1 + 2 * atOnce) / (3 * atOnce);
  }

  /** Measures. */
  public Decomposition measure(DatasetLoss train, DatasetLoss test, Window window, Stages stages) {
    Overlaps overlaps =
        stages.run(
            OVERLAPS,
            MeasureOverlaps.State.class,
            Overlaps.class,
            run -> MeasureOverlaps.of(test, window, run));
    int trial = training.context().trial();
    double temperature = training.training().temperatureOf(trial);
    var course = training.training().course(trial);
    var arrival = new MeasureArrival(train, temperature, training.streams().split("arrival"));
    List<Reading> readings =
        stages
            .run(
                ARRIVAL,
                MeasureArrival.State.class,
                MeasureArrival.State.class,
                run -> new MeasureArrival.State(arrival.read(window, run)))
            .readings();
    Decomposition terms =
        Decompose.of(
            new Decompose.Course(
                spec.steps(course, temperature),
                course.lastRate(temperature),
                course.lastFlow(temperature),
                course.sgd().noise().isPresent()),
            window,
            overlaps,
            readings);
    return spec.projectedShift() ? terms.with(projected(test, window, stages)) : terms;
  }

  private static ProjectedShift projected(DatasetLoss test, Window window, Stages stages) {
    return stages.run(
        PROJECTED,
        SpanState.class,
        ProjectedShift.class,
        run -> ProjectShift.of(test, window, run));
  }
}
