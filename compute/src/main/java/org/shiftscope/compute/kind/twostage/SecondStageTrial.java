package org.shiftscope.compute.kind.twostage;

import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.ProductsState;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.descent.StochasticGradientDescent.Plan;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.TwoStageMeasurement;
import org.shiftscope.compute.result.TwoStageMeasurement.FirstEnd;
import org.shiftscope.compute.spec.FinalLoss;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.SgdCourse;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrialSentences;

/**
 * A second stage: SGD at a constant learning rate from where its first stage ended, and the losses
 * over its last steps. Its shuffles are a stream of the seed of their own, the same at every (η,
 * B): trials of one initialisation are pairs. Where it loses what the first stage had learnt, that
 * is what it came to.
 *
 * @param spec the experiment
 * @param training that of this trial alone
 * @param context the trial
 */
record SecondStageTrial(TwoStage spec, TrainNetwork training, TrialContext context, Stages stages) {

  static final String SGD = "second stage";
  static final String LAST = "last steps";
  static final String EIGENVALUE = "largest eigenvalue";

  /** Products that the search may take. */
  static final int MOST_PRODUCTS = 60;

  /** Residual at which the eigenvalue counts as found, relative to itself. */
  private static final double TOLERANCE = 1e-3;

  /** Before the last steps: θ, then the running statistics, shape [d + b]. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  private record Reached(double[] point, Optional<LossFall> fall) {}

  private record Largest(double eigenvalue) {}

  /** Of a trial of the experiment. */
  static SecondStageTrial of(TwoStage spec, TrialContext context, Stages stages) {
    var alone = new TrialContext(0, context.watch(), context.execution(), context.datasets());
    return new SecondStageTrial(
        spec, new TrainNetwork(spec.trainingOf(context.trial()), alone), context, stages);
  }

  TrialResult run() {
    try (stages) {
      return switch (context.input(spec.start(context.trial()))) {
        case Input.Missing(String sentence) -> new Diverged(sentence, 0, context.execution());
        case Input.Found(double[] start) -> from(start);
      };
    } catch (Divergence divergence) {
      return new Diverged(sayDiverged(divergence.step()), divergence.step(), context.execution());
    }
  }

  private TrialResult from(double[] start) {
    try (Network network = training.network(Precision.SINGLE);
        Network measuring = training.network(TrainNetwork.measuringPrecision(spec.network()))) {
      context.watch().reached(NamedPoint.INITIAL, start);
      Reached reached =
          stages.run(
              SGD,
              StochasticGradientDescent.State.class,
              Reached.class,
              run -> {
                double[] theta = network.unpack(start);
                var end =
                    StochasticGradientDescent.train(
                        network,
                        training.dataset().train(),
                        plan(steps() - lastSteps()),
                        theta,
                        shuffles(),
                        run);
                return new Reached(network.pack(end.theta()), end.fall());
              });
      TakeLastSteps.Ended ended =
          stages.run(
              LAST,
              TakeLastSteps.State.class,
              TakeLastSteps.Ended.class,
              run -> lastSteps(network, measuring).from(reached.point(), shuffles(), run));
      context.watch().reached(NamedPoint.SGD_END, ended.point());
      return measure(measuring, start, ended, reached.fall());
    }
  }

  private TrialResult measure(
      Network network, double[] start, TakeLastSteps.Ended ended, Optional<LossFall> fall) {
    FirstEnd first = first(network, network.unpack(start));
    double[] theta = network.unpack(ended.point());
    SgdEnd sgd = training.end(network, theta, fall);
    var measured =
        new TwoStageMeasurement(
            "", batchSize(), first, ended.losses(), sgd, eigenvalue(network, theta), execution());
    return new TwoStageMeasurement(
        say(measured),
        measured.batchSize(),
        first,
        measured.last(),
        sgd,
        measured.largestEigenvalue(),
        execution());
  }

  private Execution execution() {
    return context.execution();
  }

  private FirstEnd first(Network network, double[] theta) {
    Evaluation train = whole(network, true).evaluate(theta);
    Evaluation test = whole(network, false).evaluate(theta);
    return new FirstEnd(train.loss(), test.loss(), train.accuracy(), test.accuracy());
  }

  private double eigenvalue(Network network, double[] theta) {
    if (!spec.second().largestEigenvalue()) {
      return Double.NaN;
    }
    var loss = new DatasetLoss(network, training.dataset().train(), spec.sgd().lambda());
    return stages
        .run(
            EIGENVALUE,
            ProductsState.class,
            Largest.class,
            run ->
                new Largest(
                    Lanczos.extremes(
                            SymmetricOperator.hessian(loss, theta),
                            Lanczos.Wanted.atTheTop(1, TOLERANCE, MOST_PRODUCTS),
                            training.streams().split(EIGENVALUE).generator(),
                            run)
                        .largest()[0]))
        .eigenvalue();
  }

  private TakeLastSteps lastSteps(Network network, Network measuring) {
    return new TakeLastSteps(
        network,
        whole(measuring, true),
        whole(measuring, false),
        plan(steps()),
        lastSteps(),
        spec.second().finalLoss() == FinalLoss.WHOLE);
  }

  private DatasetLoss whole(Network network, boolean train) {
    return new DatasetLoss(
        network, train ? training.dataset().train() : training.dataset().test(), 0);
  }

  private RandomStreams shuffles() {
    return training.streams().split(SGD);
  }

  private Plan plan(long steps) {
    return new Plan(batchSize(), steps, new StepSize(rate(), spec.sgd().lambda()));
  }

  private SgdCourse course() {
    return training.training().course(0);
  }

  private double temperature() {
    return training.training().temperatureOf(0);
  }

  private int batchSize() {
    return training.training().sgd().batchSize();
  }

  private double rate() {
    return course().learningRate(temperature());
  }

  private long steps() {
    return course().stepsAt(temperature());
  }

  private int lastSteps() {
    return spec.second().lastSteps();
  }

  private String say(TwoStageMeasurement found) {
    return TrialSentences.end(training.training(), found.sgd())
        + String.format(
            Locale.ROOT,
            "From the end of the first stage the train loss went from %s to %s, the test loss from %s to %s: %s.",
            SayNumber.significant(found.first().trainLoss()),
            SayNumber.significant(found.last().trainLoss()),
            SayNumber.significant(found.first().testLoss()),
            SayNumber.significant(found.last().testLoss()),
            found.last().whole()
                ? "medians of the whole losses over the last " + steps(found.last().steps())
                : "the median of the minibatches' over the last "
                    + steps(found.last().steps())
                    + ", and the test loss of the last point");
  }

  private static String steps(int count) {
    return count == 1 ? "step" : count + " steps";
  }

  private String sayDiverged(long step) {
    return String.format(
        Locale.ROOT,
        "SGD diverged at step %d of %d of the second stage: a learning rate of %s (T = %s, batch size %d) is too large for this"
            + " network. Try lower temperatures or a smaller batch.",
        step,
        steps(),
        SayNumber.significant(rate()),
        SayNumber.significant(temperature()),
        batchSize());
  }
}
