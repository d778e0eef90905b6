package org.shiftscope.compute.trial;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.curvature.MeasureSpectra;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.descent.Course;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.Refine;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.line.EvaluateLine;
import org.shiftscope.compute.line.EvaluateLine.Losses;
import org.shiftscope.compute.line.FitCurvature;
import org.shiftscope.compute.line.LineState;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.NamedPoint;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.TemperatureSweep;

/**
 * One trial of experiment E1: SGD at T, refinement on train and on test, the line through both
 * points, the fits, Eq. 3. It goes on from the newest checkpoint, with the same bits.
 */
final class TemperatureTrial {

  private final TemperatureSweep sweep;
  private final int trial;
  private final Dataset dataset;
  private final Execution execution;
  private final TrialWatch watch;
  private final Stages stages;
  private final TrainNetwork training;
  private final TrialSentences sentences;
  private final Optional<TrialState> from;

  TemperatureTrial(
      TemperatureSweep sweep, int trial, Dataset dataset, TrialWatch watch, Execution execution) {
    this.sweep = sweep;
    this.trial = trial;
    this.dataset = dataset;
    this.execution = execution;
    this.watch = watch;
    stages = new Stages(watch, sweep.cost(trial));
    training = new TrainNetwork(sweep.training(), trial, stages::poll);
    sentences = new TrialSentences(sweep, trial);
    from = ReadCheckpoint.newest(watch.checkpoints(), longestArray());
  }

  TrialResult run() {
    double[] end;
    try {
      end = train();
    } catch (Divergence divergence) {
      return new Diverged(training.sayDiverged(divergence.step()), divergence.step(), execution);
    }
    try {
      return measure(end);
    } catch (Divergence divergence) {
      return new Diverged(
          TrialSentences.refinementDiverged(divergence), divergence.step(), execution);
    }
  }

  /** The end of SGD, as it is kept: θ, then the running statistics. */
  private double[] train() {
    RandomStreams streams = RandomStreams.of(sweep.seedOf(trial));
    DoubleConsumer progress = stages.enter("SGD", sweep.training().sgdCost(trial));
    try (Network network = training.network(Precision.SINGLE)) {
      double[] start = network.initialise(streams);
      watch.reached(NamedPoint.INITIAL, network.pack(asFloat32(start)));
      double[] end =
          from.flatMap(TrialState::end)
              .orElseGet(() -> network.pack(sgd(network, streams, start, progress)));
      watch.reached(NamedPoint.SGD_END, end);
      return end;
    }
  }

  private double[] sgd(
      Network network, RandomStreams streams, double[] start, DoubleConsumer progress) {
    return StochasticGradientDescent.run(
        network,
        dataset.train(),
        training.plan(),
        start,
        streams,
        course(from.flatMap(TrialState::sgd), progress, TrialState.Training::new));
  }

  /** The numbers from which SGD starts indeed. */
  private static double[] asFloat32(double[] theta) {
    return Arrays.stream(theta).map(value -> (float) value).toArray();
  }

  /** Follows a stage, with its checkpoints kept as those of the trial. */
  private <S> Course<S> course(
      Optional<S> at, DoubleConsumer progress, Function<S, TrialState> asTrial) {
    TrialCheckpoints checkpoints = watch.checkpoints();
    return new Course<>(
        at,
        progress,
        offered -> {
          if (checkpoints.due()) {
            checkpoints.keep(out -> CheckpointBytes.write(asTrial.apply(offered.get()), out));
          }
        });
  }

  private TrialResult measure(double[] end) {
    try (Network network = training.measuring()) {
      double[] theta = network.unpack(end);
      DatasetLoss trainLoss = new DatasetLoss(network, dataset.train(), sweep.sgd().lambda());
      DatasetLoss testLoss = new DatasetLoss(network, dataset.test(), sweep.sgd().lambda());
      SgdEnd sgd = training.end(network, dataset, theta);
      double guess = entropy(dataset.train().classes());
      if (!(sgd.trainLoss() < 0.995 * guess)) {
        return new Diverged(
            sentences.learntNothing(sgd.trainLoss(), guess), sgd.steps(), execution);
      }
      Refined train = trainPoint(trainLoss, end);
      watch.reached(NamedPoint.TRAIN_POINT, network.pack(train.theta()));
      Refined test = testPoint(testLoss, end, train);
      watch.reached(NamedPoint.TEST_POINT, network.pack(test.theta()));
      var points = new Points(train, test);
      var losses = new Losses(trainLoss, testLoss);
      LineState line = line(losses, end, points);
      Optional<Spectra> spectra = spectra(losses, end, points, line);
      return result(
          sgd,
          points,
          losses,
          EvaluateLine.whole(sweep.line(), losses, train.theta(), test.theta(), line),
          spectra);
    }
  }

  private Refined trainPoint(DatasetLoss loss, double[] end) {
    DoubleConsumer progress =
        stages.enter("train point", sweep.training().trainPointCost(sweep.refinement()));
    return from.flatMap(TrialState::train)
        .orElseGet(
            () ->
                Refine.refine(
                    sweep.refinement(),
                    Refine.Loss.TRAIN,
                    loss,
                    Arrays.copyOf(end, loss.dimension()),
                    course(
                        from.flatMap(TrialState::toTrain),
                        progress,
                        state -> new TrialState.ToTrainPoint(end, state))));
  }

  private Refined testPoint(DatasetLoss loss, double[] end, Refined train) {
    DoubleConsumer progress =
        stages.enter("test point", sweep.training().testPointCost(sweep.refinement()));
    return from.flatMap(TrialState::test)
        .orElseGet(
            () ->
                Refine.refine(
                    sweep.refinement(),
                    Refine.Loss.TEST,
                    loss,
                    Arrays.copyOf(end, loss.dimension()),
                    course(
                        from.flatMap(TrialState::toTest),
                        progress,
                        state -> new TrialState.ToTestPoint(end, train, state))));
  }

  private LineState line(Losses losses, double[] end, Points points) {
    Refined train = points.train();
    Refined test = points.test();
    DoubleConsumer progress = stages.enter("line", sweep.lineCost());
    return EvaluateLine.goThrough(
        sweep.line(),
        losses,
        train.theta(),
        test.theta(),
        course(
            from.flatMap(TrialState::line),
            progress,
            state -> new TrialState.OnLine(end, train, test, state)));
  }

  private Optional<Spectra> spectra(Losses losses, double[] end, Points points, LineState line) {
    DoubleConsumer progress = stages.enter("spectrum", sweep.spectrumCost());
    Refined train = points.train();
    Refined test = points.test();
    return sweep
        .curvature()
        .map(
            spec ->
                MeasureSpectra.measure(
                    spec,
                    new MeasureSpectra.Point(losses.train(), train.theta()),
                    new MeasureSpectra.Point(losses.test(), test.theta()),
                    RandomStreams.of(sweep.seedOf(trial)),
                    course(
                        from.flatMap(TrialState::spectra),
                        progress,
                        state -> new TrialState.InSpectra(end, train, test, line, state))));
  }

  private ShiftMeasurement result(
      SgdEnd sgd, Points points, Losses losses, Line line, Optional<Spectra> spectra) {
    Refined train = points.train();
    Refined test = points.test();
    double[] s = Vectors.difference(train.theta(), test.theta());
    double norm = Vectors.norm(s);
    DoubleConsumer progress = stages.enter("curvature", sweep.curvatureCost());
    progress.accept(0);
    DirectionalCurvature onTest =
        DirectionalCurvature.at(losses.test(), test.theta(), test.gradient(), s);
    DirectionalCurvature onTrain =
        DirectionalCurvature.at(losses.train(), train.theta(), train.gradient(), s);
    progress.accept(1);
    CurvatureFit testFit = FitCurvature.ofTest(line, norm, onTest);
    return new ShiftMeasurement(
        train.converged() && test.converged() ? Outcome.MEASURED : Outcome.UNCONVERGED,
        sentences.measured(sgd, train, test),
        sgd,
        train.point(),
        test.point(),
        norm,
        line,
        FitCurvature.ofTrain(line, norm, onTrain),
        testFit,
        eq3(line, testFit, onTest),
        spectra,
        execution);
  }

  private record Points(Refined train, Refined test) {}

  private static Eq3Check eq3(Line line, CurvatureFit fit, DirectionalCurvature exact) {
    double atTest = line.testLoss().get(line.alpha().values().indexOf(1.0));
    double atTrain = line.testLoss().get(line.alpha().values().indexOf(0.0));
    return new Eq3Check(
        atTest, atTrain, atTest + fit.halfKappa(), atTest + exact.slope() + exact.curvature() / 2);
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

  /**
   * Everything after SGD is done in float64 where that is fast. ND4J's convolutions are some fifty
   * times slower in float64, so networks with convolutions refine and walk the line in float32, the
   * losses summed in float64.
   */
  static Precision measuringPrecision(NetworkSpec spec) {
    return switch (spec) {
      case NetworkSpec.Mlp mlp -> Precision.DOUBLE;
      case NetworkSpec.Cnn _, NetworkSpec.Vgg9 _, NetworkSpec.Vgg16 _, NetworkSpec.ResNet10 _ ->
          Precision.SINGLE;
    };
  }

  private int longestArray() {
    int point =
        Network.parameterCount(sweep.network(), sweep.dataset().name())
            + Network.statisticCount(sweep.network(), sweep.dataset().name());
    return Math.max(point, sweep.line().points());
  }
}
