package org.shiftscope.compute.kind;

import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.measure.TakeMeasures;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.overparametrized.MeasureSpan;
import org.shiftscope.compute.spec.TrainedExperiment;
import org.shiftscope.compute.training.TimeTraining;
import org.shiftscope.compute.training.TrainNetwork;

/** A kind whose trials train a network, and then measure. */
public interface TrainedKind extends Kind {

  /** The experiment. */
  TrainedExperiment spec();

  /** The network's parameters d. */
  default int parameters() {
    return Network.parameterCount(spec().network(), spec().dataset().name());
  }

  @Override
  default double epochs(int trial) {
    return spec().training(trial).epochs(0);
  }

  /** Times its passes over samples, and of its other steps those of searches and of spans. */
  @Override
  default Timing time(DataFolder folder, LongSupplier nanoTime) {
    return new TimeTraining(spec(), folder, nanoTime)
        .time(
            costs(0),
            Map.of(
                Lanczos.OPERATION,
                () -> Lanczos.secondsOfOperation(parameters(), nanoTime),
                MeasureSpan.PAIR,
                () -> MeasureSpan.secondsOfPair(parameters(), nanoTime),
                TakeMeasures.NORMAL,
                () -> TakeMeasures.secondsOfNormal(parameters(), nanoTime)));
  }

  @Override
  default List<NamedArray> arrays(double[] point) {
    return TrainNetwork.arrays(spec().training(), point);
  }
}
