package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@link NetworkSpec}. */
final class ReadNetwork {

  private ReadNetwork() {}

  static NetworkSpec from(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> name = fields.text("name");
    Optional<Activation> activation =
        fields.choice("activation", Activation.class, Activation.RELU);
    Optional<Double> width = fields.number("width", 1);
    Optional<Initialisation> initialisation =
        fields.choice("initialisation", Initialisation.class, Initialisation.HE);
    return switch (name.orElse("")) {
      case NetworkSpec.Mlp.NAME -> {
        Optional<List<Integer>> hidden = fields.integers("hidden");
        yield fields.build(
            () ->
                new NetworkSpec.Mlp(
                    hidden.orElseThrow(),
                    activation.orElseThrow(),
                    width.orElseThrow(),
                    initialisation.orElseThrow()));
      }
      case NetworkSpec.Cnn.NAME -> {
        Optional<List<Integer>> filters = fields.integers("filters");
        Optional<Integer> kernel = fields.integer("kernel", 5);
        Optional<List<Integer>> dense = fields.integers("dense");
        yield fields.build(
            () ->
                new NetworkSpec.Cnn(
                    filters.orElseThrow(),
                    kernel.orElseThrow(),
                    dense.orElseThrow(),
                    activation.orElseThrow(),
                    width.orElseThrow(),
                    initialisation.orElseThrow()));
      }
      case NetworkSpec.Vgg9.NAME -> {
        Optional<Boolean> batchNorm = fields.flag("batchNorm", false);
        yield fields.build(
            () ->
                new NetworkSpec.Vgg9(
                    activation.orElseThrow(),
                    width.orElseThrow(),
                    initialisation.orElseThrow(),
                    batchNorm.orElseThrow()));
      }
      case NetworkSpec.Vgg16.NAME ->
          fields.build(
              () ->
                  new NetworkSpec.Vgg16(
                      activation.orElseThrow(), width.orElseThrow(), initialisation.orElseThrow()));
      case NetworkSpec.ResNet10.NAME ->
          fields.build(
              () ->
                  new NetworkSpec.ResNet10(
                      activation.orElseThrow(), width.orElseThrow(), initialisation.orElseThrow()));
      default ->
          throw ReadSpec.unknownName(
              fields,
              name,
              NetworkSpec.Mlp.NAME,
              NetworkSpec.Cnn.NAME,
              NetworkSpec.Vgg9.NAME,
              NetworkSpec.Vgg16.NAME,
              NetworkSpec.ResNet10.NAME);
    };
  }
}
