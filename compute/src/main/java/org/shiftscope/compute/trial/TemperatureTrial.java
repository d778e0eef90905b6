package org.shiftscope.compute.trial;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.Refine;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.line.EvaluateLine;
import org.shiftscope.compute.line.FitCurvature;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.TemperatureSweep;

/**
 * One trial of experiment E1: SGD at T, refinement on train and on test, the line through both
 * points, the fits, Eq. 3.
 */
final class TemperatureTrial {

  private final TemperatureSweep sweep;
  private final int trial;
  private final Dataset dataset;
  private final Execution execution;
  private final Stages stages;

  TemperatureTrial(
      TemperatureSweep sweep, int trial, Dataset dataset, TrialWatch watch, Execution execution) {
    this.sweep = sweep;
    this.trial = trial;
    this.dataset = dataset;
    this.execution = execution;
    stages = new Stages(watch, sweep.cost(trial));
  }

  TrialResult run() {
    double[] end;
    try {
      end = train();
    } catch (Divergence divergence) {
      return new Diverged(sgdDiverged(divergence), divergence.step(), execution);
    }
    try {
      return measure(end);
    } catch (Divergence divergence) {
      return new Diverged(refinementDiverged(divergence), divergence.step(), execution);
    }
  }

  private double[] train() {
    RandomStreams streams = RandomStreams.of(sweep.seedOf(trial));
    try (Network network = network(Precision.SINGLE)) {
      return StochasticGradientDescent.run(
          network,
          dataset.train(),
          new StochasticGradientDescent.Plan(
              sweep.sgd().batchSize(), steps(), new StepSize(learningRate(), sweep.sgd().lambda())),
          network.initialise(streams),
          streams,
          stages.enter("SGD", sweep.sgdCost(trial)));
    }
  }

  private TrialResult measure(double[] end) {
    try (Network network = network(measuringPrecision(sweep.network()))) {
      DatasetLoss trainLoss = new DatasetLoss(network, dataset.train(), sweep.sgd().lambda());
      DatasetLoss testLoss = new DatasetLoss(network, dataset.test(), sweep.sgd().lambda());
      SgdEnd sgd =
          sgdEnd(
              new DatasetLoss(network, dataset.train(), 0).evaluate(end),
              new DatasetLoss(network, dataset.test(), 0).evaluate(end));
      double guess = entropy(dataset.train().classes());
      if (!(sgd.trainLoss() < 0.995 * guess)) {
        return new Diverged(learntNothing(sgd.trainLoss(), guess), steps(), execution);
      }
      Refined train =
          Refine.refine(
              sweep.refinement(),
              Refine.Loss.TRAIN,
              trainLoss,
              end,
              stages.enter("train point", trainCost()));
      Refined test =
          Refine.refine(
              sweep.refinement(),
              Refine.Loss.TEST,
              testLoss,
              end,
              stages.enter("test point", testCost()));
      Line line =
          EvaluateLine.evaluate(
              sweep.line(),
              new EvaluateLine.Losses(trainLoss, testLoss),
              train.theta(),
              test.theta(),
              stages.enter("line", sweep.lineCost()));
      return result(
          sgd, new Points(train, test), new EvaluateLine.Losses(trainLoss, testLoss), line);
    }
  }

  private ShiftMeasurement result(
      SgdEnd sgd, Points points, EvaluateLine.Losses losses, Line line) {
    Refined train = points.train();
    Refined test = points.test();
    double[] s = Vectors.difference(train.theta(), test.theta());
    double norm = Vectors.norm(s);
    DoubleConsumer progress = stages.enter("curvature", sweep.curvatureCost());
    DirectionalCurvature onTest = DirectionalCurvature.at(losses.test(), test.theta(), s);
    DirectionalCurvature onTrain = DirectionalCurvature.at(losses.train(), train.theta(), s);
    progress.accept(1);
    CurvatureFit testFit = FitCurvature.ofTest(line, norm, onTest);
    return new ShiftMeasurement(
        train.converged() && test.converged() ? Outcome.MEASURED : Outcome.UNCONVERGED,
        sentence(sgd, train, test),
        sgd,
        train.point(),
        test.point(),
        norm,
        line,
        FitCurvature.ofTrain(line, norm, onTrain),
        testFit,
        eq3(line, testFit, onTest),
        execution);
  }

  private record Points(Refined train, Refined test) {}

  private static Eq3Check eq3(Line line, CurvatureFit fit, DirectionalCurvature exact) {
    double atTest = line.testLoss().get(line.alpha().values().indexOf(1.0));
    double atTrain = line.testLoss().get(line.alpha().values().indexOf(0.0));
    return new Eq3Check(
        atTest, atTrain, atTest + fit.halfKappa(), atTest + exact.slope() + exact.curvature() / 2);
  }

  private SgdEnd sgdEnd(Evaluation train, Evaluation test) {
    double epochs = (double) steps() / sweep.batchesPerEpoch();
    return new SgdEnd(
        learningRate(),
        steps(),
        epochs,
        learningRate() * steps(),
        sweep.epochsWanted(temperature()) > sweep.sgd().maxEpochs(),
        train.loss(),
        test.loss(),
        train.accuracy(),
        test.accuracy());
  }

  private String sentence(SgdEnd sgd, Refined train, Refined test) {
    String capped =
        sgd.capped()
            ? "SGD was stopped by the cap of "
                + sweep.sgd().maxEpochs()
                + " epochs, before its flow time: compare it with care. "
            : "";
    return capped
        + Stream.of(unconverged(train, "train"), unconverged(test, "test"))
            .filter(sentence -> !sentence.isEmpty())
            .reduce((a, b) -> a + " " + b)
            .orElse(
                "Measured at the " + train.point().name() + " of the train and of the test loss.");
  }

  private String unconverged(Refined refined, String loss) {
    if (refined.converged()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        "The %s loss was followed to a gradient norm of %.2e in %d gradients, not to the tolerance: a smooth activation, a"
            + " larger tolerance or more gradients may help.",
        loss,
        refined.point().gradientNorm(),
        refined.point().gradients());
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

  private String learntNothing(double loss, double guess) {
    return String.format(
        Locale.ROOT,
        "SGD learnt nothing: its train loss of %.4g is no better than guessing by the classes' frequencies (%.4g). A learning"
            + " rate of %.3g (T = %.3g, batch size %d) is too large for this network, or the flow time too short.",
        loss,
        guess,
        learningRate(),
        temperature(),
        sweep.sgd().batchSize());
  }

  private String sgdDiverged(Divergence divergence) {
    return String.format(
        Locale.ROOT,
        "SGD diverged at step %d of %d: a learning rate of %.3g (T = %.3g, batch size %d) is too large for this network. Try"
            + " lower temperatures or a smaller batch.",
        divergence.step(),
        steps(),
        learningRate(),
        temperature(),
        sweep.sgd().batchSize());
  }

  private static String refinementDiverged(Divergence divergence) {
    return "The refinement diverged at gradient "
        + divergence.step()
        + ": try a smaller rate, or the adaptive integrator.";
  }

  /**
   * Everything after SGD is done in float64 where that is fast. ND4J's convolutions are some fifty
   * times slower in float64, so networks with convolutions refine and walk the line in float32, the
   * losses summed in float64.
   */
  static Precision measuringPrecision(NetworkSpec spec) {
    return switch (spec) {
      case NetworkSpec.Mlp mlp -> Precision.DOUBLE;
      case NetworkSpec.Cnn cnn -> Precision.SINGLE;
    };
  }

  private Network network(Precision precision) {
    return new Network(sweep.network(), sweep.dataset().name(), precision, stages::poll);
  }

  private double temperature() {
    return sweep.temperatureOf(trial);
  }

  private double learningRate() {
    return temperature() * sweep.sgd().batchSize();
  }

  private long steps() {
    return sweep.stepsAt(temperature());
  }

  private double trainCost() {
    return sweep.refinement().expectedTrainGradients() * sweep.dataset().trainSamples();
  }

  private double testCost() {
    return sweep.refinement().expectedTestGradients() * sweep.dataset().testSamples();
  }
}
