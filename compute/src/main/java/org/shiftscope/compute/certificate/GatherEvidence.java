package org.shiftscope.compute.certificate;

import static org.shiftscope.compute.training.TrainingStep.EVALUATION;
import static org.shiftscope.compute.training.TrainingStep.GRADIENT;
import static org.shiftscope.compute.training.TrainingStep.PRODUCT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate.Along;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.MinimumCertificate.Minibatches;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;

/**
 * Gathers what says whether a refined point of a network is a minimum. Beside what is known already
 * it takes one gradient where the descent began, three losses on the way, the gradients of ten
 * minibatches (of fewer where the samples do not last), and a Hessian-vector product at the other
 * refined point.
 */
public final class GatherEvidence {

  /** Minibatches drawn at most. */
  private static final int MINIBATCHES = 10;

  /** Passes over the samples, at most. */
  private static final int STEPS = 4;

  /** Where the last tenth of the way begins. */
  private static final double LAST_TENTH = 0.9;

  private final Question question;
  private final RandomStreams streams;
  private final StageRun<State> run;
  private final List<double[]> steps = new ArrayList<>();
  private int taken;

  private GatherEvidence(Question question, RandomStreams streams, StageRun<State> run) {
    this.question = question;
    this.streams = streams;
    this.run = run;
    run.from().ifPresent(state -> steps.addAll(state.steps()));
  }

  /**
   * What is asked of a point.
   *
   * @param search how it was sought
   * @param point the refined point
   * @param shift the line to the other refined point; empty for a point alone
   * @param lowest the lower end of the Hessian's spectrum there, where it was looked at
   */
  public record Question(
      Search search, Refined point, Optional<Shift> shift, Optional<LowestEigenvalues> lowest) {}

  /**
   * How a point was sought.
   *
   * @param loss the loss that it refines
   * @param start where the descent began, shape [d], not modified
   * @param tolerance of its gradient norm, where one was asked for
   * @param batchSize samples of a minibatch of SGD
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Search(DatasetLoss loss, double[] start, OptionalDouble tolerance, int batchSize) {}

  /**
   * The shift as it is known at the point.
   *
   * @param s shape [d], not modified
   * @param otherEnd the other refined point, shape [d], not modified
   * @param exact slope and curvature of the loss along s at the point
   * @param vertex distance to the vertex on the line, by {@link FindVertex}
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Shift(double[] s, double[] otherEnd, DirectionalCurvature exact, double vertex) {}

  /**
   * What a point with a line costs, about.
   *
   * @param samples of the loss
   * @param batchSize samples of a minibatch of SGD
   */
  public static List<StageCost> costs(String stage, int samples, int batchSize) {
    return List.of(
        GRADIENT.cost(stage, samples + (double) drawn(samples, batchSize) * batchSize),
        EVALUATION.cost(stage, 3.0 * samples),
        PRODUCT.cost(stage, samples));
  }

  /**
   * Gathers.
   *
   * @param streams of the point; {@code minibatches} is split off
   * @param run goes on between two passes over the samples
   */
  public static Evidence of(Question question, RandomStreams streams, StageRun<State> run) {
    return new GatherEvidence(question, streams, run).gather();
  }

  private Evidence gather() {
    double startNorm = number(() -> norm(search().loss(), search().start()));
    double[] way = step(this::way);
    Optional<Minibatches> minibatches = minibatches();
    Optional<Along> along =
        question.shift().map(shift -> along(shift, number(() -> atOtherEnd(shift))));
    run.progress().accept(1);
    return new Evidence(
        question.point().point().loss(),
        question.point().point().gradientNorm(),
        search().tolerance().orElse(Double.NaN),
        startNorm,
        minibatches,
        way[0] - way[2],
        way[1] - way[2],
        question.point().point().barrier(),
        along,
        question.lowest());
  }

  private Search search() {
    return question.search();
  }

  /** Takes a step, or leaves it to what is known from before. */
  private double[] step(Supplier<double[]> work) {
    if (taken == steps.size()) {
      run.progress().accept((double) taken / STEPS);
      steps.add(work.get());
      run.offer().accept(() -> new State(List.copyOf(steps)));
    }
    return steps.get(taken++);
  }

  private double number(DoubleSupplier work) {
    return step(() -> new double[] {work.getAsDouble()})[0];
  }

  private double[] way() {
    return search()
        .loss()
        .valuesBetween(search().start(), question.point().theta(), 0, LAST_TENTH, 1);
  }

  private Optional<Minibatches> minibatches() {
    int size = search().batchSize();
    int drawn = drawn(search().loss().sampleCount(), size);
    return drawn == 0
        ? Optional.empty()
        : Optional.of(new Minibatches(size, drawn, number(() -> meanNorm(size, drawn))));
  }

  /** A minibatch of all samples has the gradient itself. */
  private static int drawn(int samples, int size) {
    return size >= samples ? 0 : Math.min(MINIBATCHES, samples / size);
  }

  private double meanNorm(int size, int drawn) {
    int[] order = streams.split("minibatches").permutation(search().loss().sampleCount());
    double squares = 0;
    for (int i = 0; i < drawn; i++) {
      DatasetLoss part = search().loss().on(Arrays.copyOfRange(order, i * size, (i + 1) * size));
      double norm = norm(part, question.point().theta());
      squares += norm * norm;
    }
    return Math.sqrt(squares / drawn);
  }

  private double atOtherEnd(Shift shift) {
    double[] product = new double[shift.s().length];
    search().loss().hessianTimes(shift.otherEnd(), shift.s(), product);
    return Vectors.dot(shift.s(), product);
  }

  private static Along along(Shift shift, double atOtherEnd) {
    double slope = Math.abs(shift.exact().slope());
    double half = Math.abs(shift.exact().curvature()) / 2;
    return new Along(
        shift.exact().slope(),
        shift.exact().curvature(),
        atOtherEnd,
        slope == 0 ? 0 : slope / (slope + half),
        shift.vertex());
  }

  private static double norm(DatasetLoss loss, double[] theta) {
    double[] gradient = new double[theta.length];
    loss.valueAndGradient(theta, gradient);
    return Vectors.norm(gradient);
  }

  /**
   * Between two passes over the samples.
   *
   * @param steps the numbers that each finished pass found, in their order
   */
  public record State(List<double[]> steps) {}
}
