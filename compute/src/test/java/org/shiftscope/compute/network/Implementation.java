package org.shiftscope.compute.network;

import java.util.function.Supplier;
import org.shiftscope.compute.device.StartNd4j;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/** The implementations of {@link Operations}, both on the CPU here. */
enum Implementation {
  NATIVE(NativeOperations::new),
  ND4J(Nd4jOperations::new);

  private final Supplier<Operations> operations;

  Implementation(Supplier<Operations> operations) {
    this.operations = operations;
  }

  Operations operations() {
    StartNd4j.started();
    return operations.get();
  }

  Network network(NetworkSpec spec, DatasetName images, Precision precision) {
    return new Network(spec, images, precision, () -> {}, operations());
  }
}
