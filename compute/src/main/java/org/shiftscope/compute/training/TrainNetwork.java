package org.shiftscope.compute.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.PyTorchLayout;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.LearntNothing;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.SgdCourse;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;

/**
 * How every trial that trains a network begins: SGD from its initialisation, or from a point of
 * another trial, in float32.
 *
 * @param training what is trained, and how
 * @param context the trial
 */
public record TrainNetwork(TrainingSpec training, TrialContext context) {

  private static final String SGD = "SGD";

  /** No point of another trial: the weights are drawn. */
  private static final Input DRAWN = new Input.Found(new double[0]);

  /** What such a trial does after SGD. */
  public interface Measure {
    /**
     * Measures.
     *
     * @param network to measure with
     * @param end the end of SGD as it is kept: θ, then the running statistics, shape [d + b]
     * @param fall of the train loss there; empty after too few steps to tell
     */
    TrialResult at(Network network, double[] end, Optional<LossFall> fall);
  }

  /** The end of SGD: θ, then the running statistics, shape [d + b]; how the train loss went. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  private record Trained(double[] end, Optional<LossFall> fall) {}

  /** The stage. */
  public static StageCost cost(TrainingSpec training, int trial) {
    return TrainingStep.SGD.cost(SGD, training.sgdCost(trial));
  }

  /**
   * Trains, and then measures. SGD that leaves the finite numbers, or has no point to start from,
   * is the trial's result, and so is a refinement that leaves them.
   */
  public TrialResult then(Stages stages, Measure measure) {
    return switch (training.start(context.trial()).map(context::input).orElse(DRAWN)) {
      case Input.Missing(String sentence) -> new Diverged(sentence, 0, context.execution());
      case Input.Found(double[] start) -> from(start, stages, measure);
    };
  }

  private TrialResult from(double[] point, Stages stages, Measure measure) {
    Trained trained;
    try {
      trained = train(point, stages);
    } catch (Divergence divergence) {
      return new Diverged(sayDiverged(divergence.step()), divergence.step(), context.execution());
    }
    context.watch().reached(NamedPoint.SGD_END, trained.end());
    try (Network network = network(measuringPrecision(training.network()))) {
      return measure.at(network, trained.end(), trained.fall());
    } catch (Divergence divergence) {
      return new Diverged(
          sayRefinementDiverged(divergence.step()), divergence.step(), context.execution());
    }
  }

  private Trained train(double[] point, Stages stages) {
    try (Network network = network(Precision.SINGLE)) {
      double[] start = point.length == 0 ? network.initialise(streams()) : network.unpack(point);
      context.watch().reached(NamedPoint.INITIAL, network.pack(asFloat32(start)));
      return stages.run(
          SGD,
          StochasticGradientDescent.State.class,
          Trained.class,
          course -> {
            var end =
                StochasticGradientDescent.train(
                    network, dataset().train(), plan(), start, streams(), course);
            return new Trained(network.pack(end.theta()), end.fall());
          });
    }
  }

  /**
   * Where SGD started.
   *
   * @return θ₀, a fresh array, shape [d]
   */
  public double[] start(Network measuring) {
    return switch (training.start(context.trial()).map(context::input).orElse(DRAWN)) {
      case Input.Found(double[] point) when point.length > 0 ->
          asFloat32(Arrays.copyOf(point, measuring.parameterCount()));
      default -> asFloat32(measuring.initialise(streams()));
    };
  }

  /** The numbers from which SGD starts indeed. */
  private static double[] asFloat32(double[] theta) {
    return Arrays.stream(theta).map(value -> (float) value).toArray();
  }

  /** The samples. */
  public Dataset dataset() {
    return context.datasets().apply(training.dataset(context.trial()));
  }

  /** The trial's streams: SGD splits {@code initialisation} and {@code shuffle} off. */
  public RandomStreams streams() {
    return RandomStreams.of(training.seedOf(context.trial()));
  }

  /** The network, yet without parameters. Close it. */
  public Network network(Precision precision) {
    return new Network(training.network(), training.dataset().name(), precision, context::poll);
  }

  /** The steps that SGD takes. */
  private StochasticGradientDescent.Plan plan() {
    return new StochasticGradientDescent.Plan(
        training.sgd().batchSize(),
        course().stepsAt(temperature()),
        new StepSize(
            course().learningRate(temperature()),
            training.sgd().lambda(),
            training.sgd().momentum()),
        course().drops(temperature()),
        training.sgd().dropFactor(),
        training.sgd().noise());
  }

  /**
   * What is reported of the end.
   *
   * @param theta shape [d], not modified
   * @param fall of the train loss there
   */
  public SgdEnd end(Network measuring, double[] theta, Optional<LossFall> fall) {
    Evaluation train = new DatasetLoss(measuring, dataset().train(), 0).evaluate(theta);
    Evaluation test = new DatasetLoss(measuring, dataset().test(), 0).evaluate(theta);
    long steps = course().stepsAt(temperature());
    double rate = course().learningRate(temperature());
    return new SgdEnd(
        rate,
        steps,
        course().epochs(temperature()),
        course().flowTime(temperature()),
        course().capped(temperature()),
        train.loss(),
        test.loss(),
        train.accuracy(),
        test.accuracy(),
        fall);
  }

  /** The result of SGD that ended no better than guessing; empty where it learnt something. */
  public Optional<LearntNothing> learntNothing(SgdEnd sgd) {
    double guess = entropy(dataset().train().classes());
    return sgd.trainLoss() < 0.995 * guess
        ? Optional.empty()
        : Optional.of(
            new LearntNothing(
                TrialSentences.learntNothing(training, temperature(), sgd.trainLoss(), guess),
                sgd.steps(),
                context.execution()));
  }

  /**
   * The train loss of the best constant prediction: the classes' frequencies, whatever the image.
   */
  private static double entropy(byte[] classes) {
    int[] counts = new int[256];
    for (byte label : classes) {
      counts[label]++;
    }
    return Arrays.stream(counts)
        .filter(count -> count > 0)
        .mapToDouble(count -> (double) count / classes.length)
        .map(share -> -share * Math.log(share))
        .sum();
  }

  /** The parameters of a trial as arrays with their names in PyTorch. */
  public static List<NamedArray> arrays(TrainingSpec training, double[] points) {
    return PyTorchLayout.ofAll(training.network(), training.dataset().name(), points);
  }

  /** What to do about a refinement that diverged. */
  private static String sayRefinementDiverged(long gradient) {
    return "The refinement diverged at gradient "
        + gradient
        + ": try a smaller rate, or the adaptive integrator.";
  }

  /** What to do about SGD that diverged. */
  private String sayDiverged(long step) {
    return String.format(
        Locale.ROOT,
        "SGD diverged at step %d of %d: a learning rate of %s (T = %s, batch size %d) is too large for this network. Try"
            + " lower temperatures or a smaller batch%s.",
        step,
        course().stepsAt(temperature()),
        SayNumber.significant(course().learningRate(temperature())),
        SayNumber.significant(temperature()),
        training.sgd().batchSize(),
        training.sgd().noise().isPresent() ? ", or less noise added to the gradients" : "");
  }

  /**
   * Everything after SGD is done in float64 where that is fast. ND4J's convolutions are some fifty
   * times slower in float64, so networks with convolutions refine and walk the line in float32, the
   * losses summed in float64.
   */
  public static Precision measuringPrecision(NetworkSpec spec) {
    return switch (spec) {
      case NetworkSpec.Mlp _ -> Precision.DOUBLE;
      case NetworkSpec.Cnn _, NetworkSpec.Vgg9 _, NetworkSpec.Vgg16 _, NetworkSpec.ResNet10 _ ->
          Precision.SINGLE;
    };
  }

  SgdCourse course() {
    return training.course(context.trial());
  }

  double temperature() {
    return training.temperatureOf(context.trial());
  }
}
