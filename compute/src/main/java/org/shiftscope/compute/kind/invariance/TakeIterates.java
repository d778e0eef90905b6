package org.shiftscope.compute.kind.invariance;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TrialSubject;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainNetwork;

/**
 * Goes on with SGD from its end, at its last learning rate and batch size, and takes an iterate
 * every few steps. Each few have shuffles of their own.
 */
record TakeIterates(TrialSubject subject, TrainNetwork training) {

  /** {@code end}: the end of SGD, shape [d + b], not modified. */
  Iterates from(double[] end, StageRun<Iterates> run) {
    RandomStreams streams = training.streams().split("invariance").split("iterates");
    int count = subject.iterates().count();
    List<double[]> iterates = new ArrayList<>(run.from().map(Iterates::iterates).orElse(List.of()));
    try (Network network = training.network(Precision.SINGLE)) {
      double[] start = network.unpack(end);
      double[] statistics = network.statistics();
      while (iterates.size() < count) {
        run.progress().accept((double) iterates.size() / count);
        network.setStatistics(statistics);
        iterates.add(
            StochasticGradientDescent.run(
                network,
                training.dataset().train(),
                plan(),
                iterates.isEmpty() ? start : iterates.getLast(),
                streams.split(iterates.size()),
                StageRun.whole(_ -> training.context().poll())));
        run.offer().accept(() -> new Iterates(iterates));
      }
    }
    return new Iterates(iterates);
  }

  private StochasticGradientDescent.Plan plan() {
    SgdSpec sgd = subject.training().sgd();
    double first = subject.training().course(0).learningRate(subject.training().temperatureOf(0));
    double last = first * Math.pow(sgd.dropFactor(), sgd.drops().size());
    return new StochasticGradientDescent.Plan(
        sgd.batchSize(),
        subject.iterates().stepsBetween(),
        new StepSize(last, sgd.lambda(), sgd.momentum()));
  }
}
