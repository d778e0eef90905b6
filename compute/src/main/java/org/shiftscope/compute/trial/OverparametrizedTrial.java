package org.shiftscope.compute.trial;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.descent.Course;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.Refine;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.overparametrized.MeasureEnds;
import org.shiftscope.compute.overparametrized.MeasureSpan;
import org.shiftscope.compute.overparametrized.ModifiedSgd;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ModifiedSgdCheck;
import org.shiftscope.compute.result.NamedPoint;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.result.OverparametrizedMeasurement.HessianEnds;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Shift;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Span;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.OverparametrizedShift;

/**
 * One trial of the overparametrized case: the modified SGD where its answer is known, then SGD at
 * T, both points, their spans, the shift and its projection.
 */
final class OverparametrizedTrial {

  private final OverparametrizedShift spec;
  private final int trial;
  private final Dataset dataset;
  private final TrialWatch watch;
  private final Execution execution;
  private final Stages stages;
  private final RandomStreams streams;
  private final TrainNetwork training;

  OverparametrizedTrial(
      OverparametrizedShift spec,
      int trial,
      Dataset dataset,
      TrialWatch watch,
      Execution execution) {
    this.spec = spec;
    this.trial = trial;
    this.dataset = dataset;
    this.watch = watch;
    this.execution = execution;
    stages = new Stages(watch, spec.cost(trial));
    streams = RandomStreams.of(spec.seedOf(trial));
    training = new TrainNetwork(spec.training(), trial, stages::poll);
  }

  TrialResult run() {
    double temperature = spec.temperatureOf(trial);
    ModifiedSgdCheck modified;
    double[] end;
    try {
      modified =
          ModifiedSgd.run(
              spec.modifiedSgd(),
              temperature,
              ModifiedSgd.streams(spec.seedOf(trial)),
              stages.enter("modified SGD", spec.modifiedCost(temperature)));
    } catch (Divergence divergence) {
      return new Diverged(sayModifiedDiverged(temperature), divergence.step(), execution);
    }
    try {
      DoubleConsumer sgd = stages.enter("SGD", spec.training().sgdCost(trial));
      end = training.run(dataset, streams, sgd);
    } catch (Divergence divergence) {
      return new Diverged(training.sayDiverged(divergence.step()), divergence.step(), execution);
    }
    watch.reached(NamedPoint.SGD_END, end);
    try (Network network = training.measuring()) {
      return measure(network, end, modified);
    } catch (Divergence divergence) {
      return new Diverged(
          TrialSentences.refinementDiverged(divergence), divergence.step(), execution);
    }
  }

  private TrialResult measure(Network network, double[] end, ModifiedSgdCheck modified) {
    double lambda = spec.sgd().lambda();
    var trainLoss = new DatasetLoss(network, dataset.train(), lambda);
    var bareTrainLoss = new DatasetLoss(network, dataset.train(), 0);
    var testLoss = new DatasetLoss(network, dataset.test(), 0);
    Refined train = refine(Refine.Loss.TRAIN, trainLoss, end);
    watch.reached(NamedPoint.TRAIN_POINT, train.theta());
    Refined test = refine(Refine.Loss.TEST, testLoss, end);
    watch.reached(NamedPoint.TEST_POINT, test.theta());

    DoubleConsumer spans = stages.enter("spans", spec.spanCost());
    spans.accept(0);
    Span trainSpan =
        new MeasureSpan(bareTrainLoss, train.theta(), stages::poll).facts(streams.split("train"));
    MeasureSpan atTest = new MeasureSpan(testLoss, test.theta(), stages::poll);
    Span testSpan = atTest.facts(streams.split("test"));
    double[] s = Vectors.difference(train.theta(), test.theta());
    Shift plain = shift(testLoss, test.theta(), s);
    Shift projected = shift(testLoss, test.theta(), atTest.project(s));

    stages.enter("spectrum", spec.hessianCost()).accept(0);
    HessianEnds ends =
        MeasureEnds.at(trainLoss, bareTrainLoss, lambda, train.theta(), streams.split("spectrum"));
    boolean converged = train.converged() && test.converged();
    return new OverparametrizedMeasurement(
        converged ? Outcome.MEASURED : Outcome.UNCONVERGED,
        sentence(end.length, trainSpan, converged),
        end.length,
        training.end(network, dataset, end),
        train.point(),
        test.point(),
        trainSpan,
        testSpan,
        plain,
        projected,
        testLoss.evaluate(train.theta()).loss() - test.point().loss(),
        ends,
        modified,
        execution);
  }

  private Refined refine(Refine.Loss which, DatasetLoss loss, double[] end) {
    DoubleConsumer progress =
        which == Refine.Loss.TRAIN
            ? stages.enter("train point", spec.training().trainPointCost(spec.refinement()))
            : stages.enter("test point", spec.training().testPointCost(spec.refinement()));
    return Refine.refine(spec.refinement(), which, loss, end, Course.whole(progress));
  }

  private static Shift shift(DatasetLoss loss, double[] theta, double[] s) {
    DirectionalCurvature along = DirectionalCurvature.at(loss, theta, s);
    return new Shift(Vectors.norm(s), along.slope(), along.curvature() / 2);
  }

  private String sentence(int parameters, Span span, boolean converged) {
    String found =
        parameters > span.samples()
            ? String.format(
                Locale.ROOT,
                "%d parameters and %d samples, whose gradients span %d directions; C has rank %d.",
                parameters,
                span.samples(),
                span.rank(),
                span.covarianceRank())
            : String.format(
                Locale.ROOT,
                "Only %d parameters for %d samples: this is not the overparametrized case. Take fewer samples or a wider"
                    + " network.",
                parameters,
                span.samples());
    return converged
        ? found
        : found + " A point did not reach its tolerance: see its gradient norm.";
  }

  private String sayModifiedDiverged(double temperature) {
    double rate = temperature * spec.modifiedSgd().batchSize();
    return String.format(
        Locale.ROOT,
        "The modified SGD on the planted regression diverged: a learning rate of %.3g (T = %.3g, batch size %d) is too large"
            + " for %d parameters. Try a lower temperature, a smaller batch or fewer parameters.",
        rate,
        temperature,
        spec.modifiedSgd().batchSize(),
        spec.modifiedSgd().dimension());
  }
}
