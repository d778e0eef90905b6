package org.shiftscope.compute.spec;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@link NetworkSpec}. */
final class WriteNetwork {

  private WriteNetwork() {}

  static ObjectNode toJson(NetworkSpec network) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", network.name());
    switch (network) {
      case NetworkSpec.Mlp mlp -> mlp.hidden().forEach(json.putArray("hidden")::add);
      case NetworkSpec.Cnn cnn -> {
        cnn.filters().forEach(json.putArray("filters")::add);
        json.put("kernel", cnn.kernel());
        cnn.dense().forEach(json.putArray("dense")::add);
      }
      case NetworkSpec.Vgg9 vgg -> json.put("batchNorm", vgg.batchNorm());
      // Their layers are in their name.
      case NetworkSpec.Vgg16 _, NetworkSpec.ResNet10 _ -> {}
    }
    return json.put("activation", network.activation().id())
        .put("width", network.width())
        .put("initialisation", network.initialisation().id());
  }
}
