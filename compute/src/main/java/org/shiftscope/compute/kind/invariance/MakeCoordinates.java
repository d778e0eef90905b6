package org.shiftscope.compute.kind.invariance;

import org.shiftscope.compute.invariance.Coordinates;
import org.shiftscope.compute.invariance.Curved;
import org.shiftscope.compute.invariance.Mixed;
import org.shiftscope.compute.invariance.MonotoneFunction;
import org.shiftscope.compute.invariance.Rescaled;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.MapSpec;
import org.shiftscope.compute.spec.TrainingSpec;

/**
 * Makes the coordinates of a map for a network. Equal maps are the same, wherever they stand in a
 * list.
 *
 * @param streams where random maps are split off
 */
record MakeCoordinates(TrainingSpec training, RandomStreams streams) {

  Coordinates of(MapSpec spec) {
    return switch (spec) {
      case MapSpec.Rescaling map ->
          Rescaled.of(
              map, training.network(), training.dataset().name(), streams.split("rescaling"));
      case MapSpec.LinearMix map ->
          new Mixed(
              Network.parameterCount(training.network(), training.dataset().name()),
              map.condition(),
              streams.split("linear-mix"));
      case MapSpec.Sinh(double k) -> new Curved(new MonotoneFunction.Sinh(k));
      case MapSpec.Cubic(double k) -> new Curved(new MonotoneFunction.Cubic(k));
    };
  }
}
