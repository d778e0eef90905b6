package org.shiftscope.compute.kind;

import java.util.List;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.spec.TrainedExperiment;
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
    return spec().training().epochs(trial);
  }

  @Override
  default List<NamedArray> arrays(double[] point) {
    return TrainNetwork.arrays(spec().training(), point);
  }
}
