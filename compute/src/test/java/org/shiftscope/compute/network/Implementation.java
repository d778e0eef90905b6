package org.shiftscope.compute.network;

import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.device.StartNd4j;
import org.shiftscope.compute.network.kernel.Operations;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;

/** The implementations of {@link Operations}, both on the CPU here. */
enum Implementation {
  NATIVE(Device.Kind.CPU),
  ND4J(Device.Kind.CUDA);

  private final Device.Kind kind;

  Implementation(Device.Kind kind) {
    this.kind = kind;
  }

  Operations operations() {
    StartNd4j.started();
    return Operations.on(kind);
  }

  Network network(NetworkSpec spec, DatasetName images, Precision precision) {
    return new Network(spec, images, precision, () -> {}, operations());
  }
}
