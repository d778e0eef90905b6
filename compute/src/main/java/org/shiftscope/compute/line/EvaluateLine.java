package org.shiftscope.compute.line;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;
import org.shiftscope.compute.network.LineLoss;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.stage.StageRun;

/**
 * The losses and accuracies at θ(α) = θ_tr + α (θ_te − θ_tr), on the whole grid, in one pass over
 * the samples of both sets. At α = 0 and 1 the point is θ_tr and θ_te to the last bit.
 */
public final class EvaluateLine {

  private EvaluateLine() {}

  /** The two losses along a line. */
  public record Losses(DatasetLoss train, DatasetLoss test) {}

  /**
   * Evaluates.
   *
   * @param train θ_tr, shape [d], not modified
   * @param test θ_te, shape [d], not modified
   * @param run hears the share that is done
   */
  public static Line evaluate(
      LineSpec spec, Losses losses, double[] train, double[] test, StageRun<State> run) {
    return whole(spec, losses, train, test, goThrough(spec, losses, train, test, run));
  }

  /** Takes all samples through all points that are left. Returns the sums over them. */
  public static State goThrough(
      LineSpec spec, Losses losses, double[] train, double[] test, StageRun<State> run) {
    double[] alphas = spec.alphas();
    LineLoss onTrain = losses.train().along(train, test);
    LineLoss onTest = losses.test().along(train, test);
    State state = run.from().orElseGet(() -> State.start(alphas.length));
    int trainBatches = onTrain.batches();
    int batches = trainBatches + onTest.batches();
    if (state.batch() < batches) {
      run.progress().accept(share(state, alphas.length, batches));
    }
    while (state.batch() < batches) {
      boolean training = state.batch() < trainBatches;
      LineLoss loss = training ? onTrain : onTest;
      loss.load(training ? state.batch() : state.batch() - trainBatches);
      state = goThrough(alphas, loss, training, state, batches, run);
    }
    return state;
  }

  /** The line from the sums over all samples. */
  public static Line whole(
      LineSpec spec, Losses losses, double[] train, double[] test, State sums) {
    double[] alphas = spec.alphas();
    Evaluation[] trained =
        whole(alphas, losses.train().along(train, test), sums.trainLoss(), sums.trainCorrect());
    Evaluation[] tested =
        whole(alphas, losses.test().along(train, test), sums.testLoss(), sums.testCorrect());
    return new Line(
        Series.of(alphas),
        losses(trained),
        losses(tested),
        accuracies(trained),
        accuracies(tested));
  }

  /** Takes the loaded micro-batch through the points that are left. */
  private static State goThrough(
      double[] alphas,
      LineLoss loss,
      boolean training,
      State from,
      int batches,
      StageRun<State> run) {
    State state = from;
    double[] sums = training ? from.trainLoss() : from.testLoss();
    double[] correct = training ? from.trainCorrect() : from.testCorrect();
    for (int i = from.point(); i < alphas.length; i++) {
      LineLoss.Sums found = loss.at(alphas[i]);
      sums[i] += found.loss();
      correct[i] += found.correct();
      boolean last = i == alphas.length - 1;
      State next = state.at(last ? state.batch() + 1 : state.batch(), last ? 0 : i + 1);
      state = next;
      run.progress().accept(share(next, alphas.length, batches));
      run.offer().accept(() -> next);
    }
    return state;
  }

  private static double share(State state, int points, int batches) {
    return (state.batch() + (double) state.point() / points) / batches;
  }

  private static Evaluation[] whole(
      double[] alphas, LineLoss loss, double[] sums, double[] correct) {
    return IntStream.range(0, alphas.length)
        .mapToObj(i -> loss.whole(alphas[i], sums[i], correct[i]))
        .toArray(Evaluation[]::new);
  }

  private static Series losses(Evaluation[] evaluations) {
    return Series.of(Arrays.stream(evaluations).mapToDouble(Evaluation::loss).toArray());
  }

  private static Series accuracies(Evaluation[] evaluations) {
    return Series.of(Arrays.stream(evaluations).mapToDouble(Evaluation::accuracy).toArray());
  }

  /**
   * A line between two evaluations: the sums over the samples that went through so far. All arrays
   * have the shape [points] and are modified as the line goes on.
   *
   * @param batch the present micro-batch, those of the train samples first
   * @param point the next point of the grid for it
   * @param trainLoss sums of losses over the train samples, without the L2 term
   * @param trainCorrect numbers of train samples classified right
   * @param testLoss as for train
   * @param testCorrect as for train
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record State(
      int batch,
      int point,
      double[] trainLoss,
      double[] trainCorrect,
      double[] testLoss,
      double[] testCorrect) {

    static State start(int points) {
      return new State(
          0, 0, new double[points], new double[points], new double[points], new double[points]);
    }

    /** The same sums, which are shared, at another place. */
    State at(int nextBatch, int nextPoint) {
      return new State(nextBatch, nextPoint, trainLoss, trainCorrect, testLoss, testCorrect);
    }
  }
}
