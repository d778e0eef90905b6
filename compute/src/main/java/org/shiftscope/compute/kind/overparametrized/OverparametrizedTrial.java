package org.shiftscope.compute.kind.overparametrized;

import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.certificate.CertifyBoth;
import org.shiftscope.compute.certificate.FindVertex;
import org.shiftscope.compute.certificate.GatherEvidence;
import org.shiftscope.compute.certificate.GatherEvidence.Question;
import org.shiftscope.compute.certificate.GatherEvidence.Search;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.overparametrized.MeasureEnds;
import org.shiftscope.compute.overparametrized.MeasureSpan;
import org.shiftscope.compute.overparametrized.ModifiedSgd;
import org.shiftscope.compute.overparametrized.SpanState;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.ModifiedSgdCheck;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.result.OverparametrizedMeasurement.HessianEnds;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Shift;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Span;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.training.RefineBoth;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrialSentences;

/**
 * One trial of the overparametrized case: the modified SGD where its answer is known, then SGD at
 * T, both points, their spans, the shift and its projection.
 */
record OverparametrizedTrial(OverparametrizedShift spec, TrainNetwork training, Stages stages) {

  TrialResult run() {
    try (stages) {
      ModifiedSgdCheck modified;
      try {
        modified = modifiedSgd();
      } catch (Divergence divergence) {
        return new Diverged(
            sayModifiedDiverged(temperature()), divergence.step(), training.context().execution());
      }
      return training.then(stages, (network, end, fall) -> measure(network, end, fall, modified));
    }
  }

  private ModifiedSgdCheck modifiedSgd() {
    return stages.run(
        "modified SGD",
        ModifiedSgd.State.class,
        ModifiedSgdCheck.class,
        run ->
            ModifiedSgd.run(
                spec.modifiedSgd(),
                temperature(),
                ModifiedSgd.streams(spec.seedOf(training.context().trial())),
                run));
  }

  private double temperature() {
    return spec.temperatureOf(training.context().trial());
  }

  private TrialResult measure(
      Network network, double[] end, Optional<LossFall> fall, ModifiedSgdCheck modified) {
    double lambda = spec.sgd().lambda();
    var trainLoss = new DatasetLoss(network, training.dataset().train(), lambda);
    var bareTrainLoss = trainLoss.withoutL2();
    var testLoss = new DatasetLoss(network, training.dataset().test(), 0);
    RefineBoth.Found points =
        new RefineBoth(training, spec.refinement()).run(trainLoss, testLoss, end, stages);
    Refined train = points.train();
    Refined test = points.test();

    double[] s = Vectors.difference(train.theta(), test.theta());
    Span trainSpan =
        stages.run(
            "train span",
            SpanState.class,
            Span.class,
            run ->
                new MeasureSpan(bareTrainLoss, train.theta(), run)
                    .facts(training.streams().split("train")));
    TestSpan testSpan =
        stages.run(
            "test span",
            SpanState.class,
            TestSpan.class,
            run -> testSpan(testLoss, test.theta(), s, run));
    DirectionalCurvature along = DirectionalCurvature.at(testLoss, test.theta(), s);
    Shift plain = shift(s, along);
    Shift projected =
        shift(
            testSpan.projected(),
            DirectionalCurvature.at(testLoss, test.theta(), testSpan.projected()));
    HessianEnds ends =
        stages.run(
            "spectrum",
            MeasureEnds.State.class,
            HessianEnds.class,
            run ->
                MeasureEnds.at(
                    trainLoss,
                    bareTrainLoss,
                    lambda,
                    train.theta(),
                    training.streams().split("spectrum"),
                    run));
    CertifyBoth.Found judged =
        stages.run(
            "certificates",
            CertifyBoth.State.class,
            CertifyBoth.Found.class,
            run ->
                CertifyBoth.gather(
                    new Question(
                        search(trainLoss, end),
                        train,
                        Optional.of(onTrain(trainLoss, train, test, s)),
                        ends.lowest()),
                    new Question(
                        search(testLoss, end),
                        test,
                        Optional.of(onTest(testLoss, train, test, new Direction(s, along))),
                        Optional.empty()),
                    training.streams(),
                    run));
    SgdEnd sgd = training.end(network, end, fall);
    return new OverparametrizedMeasurement(
        points.outcome(),
        TrialSentences.end(spec.training(), sgd)
            + sentence(end.length, trainSpan, points.converged()),
        end.length,
        sgd,
        train.point().certified(judged.ofTrain()),
        test.point().certified(judged.ofTest()),
        trainSpan,
        testSpan.span(),
        plain,
        projected,
        testLoss.evaluate(train.theta()).loss() - test.point().loss(),
        ends,
        modified,
        training.context().execution());
  }

  private Search search(DatasetLoss loss, double[] start) {
    return new Search(loss, start, spec.refinement().gradientTolerance(), spec.sgd().batchSize());
  }

  private static GatherEvidence.Shift onTrain(
      DatasetLoss loss, Refined train, Refined test, double[] s) {
    return new GatherEvidence.Shift(
        s,
        test.theta(),
        DirectionalCurvature.at(loss, train.theta(), train.gradient(), s),
        FindVertex.on(loss, train.theta(), test.theta(), 0));
  }

  private static GatherEvidence.Shift onTest(
      DatasetLoss loss, Refined train, Refined test, Direction along) {
    return new GatherEvidence.Shift(
        along.s(),
        train.theta(),
        along.exact(),
        FindVertex.on(loss, train.theta(), test.theta(), 1));
  }

  /** The shift, shape [d], with the test loss's slope and curvature along it at the test point. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Direction(double[] s, DirectionalCurvature exact) {}

  private TestSpan testSpan(DatasetLoss loss, double[] theta, double[] s, StageRun<SpanState> run) {
    var span = new MeasureSpan(loss, theta, run);
    return new TestSpan(span.facts(training.streams().split("test")), span.project(s));
  }

  /** The span at the test point, and the shift projected onto it, shape [d]. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record TestSpan(Span span, double[] projected) {}

  private static Shift shift(double[] s, DirectionalCurvature along) {
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
        "The modified SGD on the planted regression diverged: a learning rate of %s (T = %s, batch size %d) is too large"
            + " for %d parameters. Try a lower temperature, a smaller batch or fewer parameters.",
        SayNumber.significant(rate),
        SayNumber.significant(temperature),
        spec.modifiedSgd().batchSize(),
        spec.modifiedSgd().dimension());
  }
}
