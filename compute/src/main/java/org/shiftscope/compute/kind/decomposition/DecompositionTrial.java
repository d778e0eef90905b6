package org.shiftscope.compute.kind.decomposition;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.certificate.CertifyBoth;
import org.shiftscope.compute.decomposition.DecomposeTrial;
import org.shiftscope.compute.decomposition.Window;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.DecompositionMeasurement;
import org.shiftscope.compute.result.LearntNothing;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.training.ContinueSgd;
import org.shiftscope.compute.training.RefineBoth;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrialSentences;

/** One trial: SGD at T, its window, both points, and the terms of Eq. 4. */
record DecompositionTrial(LossDecomposition spec, TrainNetwork training, Stages stages) {

  TrialResult run() {
    try (stages) {
      return training.then(stages, this::measure);
    }
  }

  private TrialResult measure(Network network, double[] end, Optional<LossFall> fall) {
    double[] start = network.unpack(end);
    SgdEnd sgd = training.end(network, start, fall);
    Optional<LearntNothing> nothing = training.learntNothing(sgd);
    return nothing.isPresent()
        ? nothing.get()
        : new ContinueSgd(training, spec.window())
            .then(end, stages, iterates -> decompose(network, sgd, start, iterates));
  }

  private TrialSentences sentences() {
    return new TrialSentences(spec.training(), spec.refinement());
  }

  private DecompositionMeasurement decompose(
      Network network, SgdEnd sgd, double[] start, List<double[]> iterates) {
    double lambda = spec.sgd().lambda();
    var trainLoss = new DatasetLoss(network, training.dataset().train(), lambda);
    var testLoss = new DatasetLoss(network, training.dataset().test(), lambda);
    RefineBoth.Found points =
        new RefineBoth(training, spec.refinement()).run(trainLoss, testLoss, start, stages);
    Refined train = points.train();
    Refined test = points.test();
    CertifyBoth.Found certified =
        new CertifyPoints(spec, start)
            .of(
                new CertifyPoints.At(trainLoss, train),
                new CertifyPoints.At(testLoss, test),
                training.streams(),
                stages);
    Decomposition decomposition =
        new DecomposeTrial(training, spec.window())
            .measure(
                trainLoss, testLoss, new Window(test.theta(), train.theta(), iterates), stages);
    return new DecompositionMeasurement(
        points.outcome(),
        sentences().measured(sgd, train, test)
            + standing("train", certified.ofTrain())
            + standing("test", certified.ofTest())
            + " "
            + decomposition.sentence(),
        sgd,
        train.point().certified(certified.ofTrain()),
        test.point().certified(certified.ofTest()),
        decomposition,
        training.context().execution());
  }

  /** The terms are an expansion at a minimum: where a point is none, that stands over them. */
  private static String standing(String which, MinimumCertificate certificate) {
    return certificate.grade() == Grade.MINIMUM
        ? ""
        : " The "
            + which
            + " point is "
            + certificate.grade().title()
            + ". "
            + certificate.reason();
  }
}
