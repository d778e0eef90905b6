package org.shiftscope.compute.network;

import org.shiftscope.compute.device.Backend;
import org.shiftscope.compute.device.StartNd4j;
import org.shiftscope.compute.network.kernel.Operations;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/** The implementations of {@link Operations}, both on the CPU here. */
enum Implementation {
  NATIVE(Backend.CPU),
  ND4J(Backend.CUDA);

  private final Backend backend;

  Implementation(Backend backend) {
    this.backend = backend;
  }

  Operations operations() {
    StartNd4j.started();
    return Operations.on(backend);
  }

  Network network(NetworkSpec spec, DatasetName images, Precision precision) {
    return new Network(spec, images, precision, () -> {}, operations());
  }
}
