package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads specs from their JSON form, gathering every problem by field. {@link WriteSpec} is its
 * inverse.
 */
public final class ReadSpec {

  private static final String NAME = "name";

  private ReadSpec() {}

  /**
   * Reads a spec of any kind.
   *
   * @throws InvalidSpec with every problem, where the JSON is not a valid spec
   */
  public static ExperimentSpec from(JsonNode json) {
    var fields = new FieldReader(json);
    return switch (fields.text("kind").orElse("")) {
      case TemperatureSweep.KIND -> temperatureSweep(fields);
      case Landscape.KIND -> ReadLandscape.from(fields);
      case AssumptionCheck.KIND -> ReadAssumptionCheck.from(fields);
      case DiffusionAccuracy.KIND -> ReadDiffusionAccuracy.from(fields);
      case OverparametrizedShift.KIND -> ReadOverparametrizedShift.from(fields);
      case SteadyState.KIND -> ReadSteadyState.from(fields);
      case String kind -> {
        if (fields.sound()) {
          fields.refuse(
              "kind", "must be one of " + String.join(", ", ExperimentSpec.kinds()), kind);
        }
        fields.problems().refuseIfAny();
        throw new IllegalStateException("a spec without a kind was not refused");
      }
    };
  }

  private static TemperatureSweep temperatureSweep(FieldReader fields) {
    Optional<DatasetSpec> dataset = fields.part("dataset", ReadSpec::dataset);
    Optional<NetworkSpec> network = fields.part("network", ReadSpec::network);
    Optional<String> title = fields.text("title", defaultTitle(dataset, network));
    Optional<Temperatures> temperatures = temperatures(fields);
    Optional<Seeds> seeds = seeds(fields);
    Optional<SgdSpec> sgd = fields.part("sgd", ReadSpec::sgd);
    Optional<RefinementSpec> refinement = fields.part("refinement", ReadSpec::refinement);
    Optional<LineSpec> line = fields.part("line", ReadSpec::line, new LineSpec(-1, 2, 61));
    Optional<Optional<CurvatureSpec>> curvature =
        fields.part("curvature", json -> Optional.of(curvature(json)), Optional.empty());
    if (!fields.sound()) {
      title.ifPresent(text -> TemperatureSweep.checkTitle(fields.problems(), text.strip()));
    }
    return fields.build(
        () ->
            new TemperatureSweep(
                title.orElseThrow(),
                dataset.orElseThrow(),
                network.orElseThrow(),
                temperatures.orElseThrow(),
                seeds.orElseThrow(),
                sgd.orElseThrow(),
                refinement.orElseThrow(),
                line.orElseThrow(),
                curvature.orElseThrow()));
  }

  static Optional<Seeds> seeds(FieldReader fields) {
    return fields
        .longs("seeds")
        .flatMap(values -> fields.attempt("seeds", () -> new Seeds(values)));
  }

  private static String defaultTitle(Optional<DatasetSpec> dataset, Optional<NetworkSpec> network) {
    return "Temperature sweep"
        + network.map(n -> " of the " + n.name()).orElse("")
        + dataset.map(d -> " on " + d.name().title()).orElse("");
  }

  static DatasetSpec dataset(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<DatasetName> name = fields.choice(NAME, DatasetName.class);
    Optional<Integer> train =
        fields.integer("trainSamples", name.map(DatasetName::trainSamples).orElse(1));
    Optional<Integer> test =
        fields.integer("testSamples", name.map(DatasetName::testSamples).orElse(1));
    return fields.build(
        () -> new DatasetSpec(name.orElseThrow(), train.orElseThrow(), test.orElseThrow()));
  }

  static NetworkSpec network(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> name = fields.text(NAME);
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
          throw unknownName(
              fields,
              name,
              NetworkSpec.Mlp.NAME,
              NetworkSpec.Cnn.NAME,
              NetworkSpec.Vgg9.NAME,
              NetworkSpec.Vgg16.NAME,
              NetworkSpec.ResNet10.NAME);
    };
  }

  static Optional<Temperatures> temperatures(FieldReader fields) {
    if (fields.isList("temperatures")) {
      return fields
          .numbers("temperatures")
          .flatMap(values -> fields.attempt("temperatures", () -> new Temperatures.Listed(values)));
    }
    return fields.part("temperatures", ReadSpec::logarithmic);
  }

  private static Temperatures logarithmic(JsonNode json) {
    if (!json.isObject()) {
      throw new InvalidSpec(
          List.of(
              new Problem("", "must be a list of numbers, or {from, to, count}", json.toString())));
    }
    var fields = new FieldReader(json);
    Optional<Double> from = fields.number("from");
    Optional<Double> to = fields.number("to");
    Optional<Integer> count = fields.integer("count");
    return fields.build(
        () ->
            new Temperatures.Logarithmic(
                from.orElseThrow(), to.orElseThrow(), count.orElseThrow()));
  }

  static SgdSpec sgd(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Integer> batchSize = fields.integer("batchSize");
    Optional<Double> flowTime = fields.number("flowTime");
    Optional<Integer> maxEpochs = fields.integer("maxEpochs");
    Optional<Double> lambda = fields.number("lambda");
    return fields.build(
        () ->
            new SgdSpec(
                batchSize.orElseThrow(),
                flowTime.orElseThrow(),
                maxEpochs.orElseThrow(),
                lambda.orElseThrow()));
  }

  static RefinementSpec refinement(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> name = fields.text(NAME);
    return switch (name.orElse("")) {
      case RefinementSpec.Flow.NAME -> {
        Optional<Double> trainTime = fields.number("trainTime");
        Optional<Double> testTime = fields.number("testTime");
        Optional<RefinementSpec.Integrator> integrator =
            fields.part("integrator", ReadSpec::integrator);
        yield fields.build(
            () ->
                new RefinementSpec.Flow(
                    trainTime.orElseThrow(), testTime.orElseThrow(), integrator.orElseThrow()));
      }
      case RefinementSpec.Minimum.NAME -> {
        Optional<Double> tolerance = fields.number("tolerance");
        Optional<Integer> maxGradients = fields.integer("maxGradients");
        yield fields.build(
            () -> new RefinementSpec.Minimum(tolerance.orElseThrow(), maxGradients.orElseThrow()));
      }
      default ->
          throw unknownName(fields, name, RefinementSpec.Flow.NAME, RefinementSpec.Minimum.NAME);
    };
  }

  private static RefinementSpec.Integrator integrator(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> name = fields.text(NAME);
    return switch (name.orElse("")) {
      case RefinementSpec.Integrator.FixedRate.NAME -> {
        Optional<Double> rate = fields.number("rate");
        yield fields.build(() -> new RefinementSpec.Integrator.FixedRate(rate.orElseThrow()));
      }
      case RefinementSpec.Integrator.Adaptive.NAME -> {
        Optional<Double> tolerance = fields.number("tolerance");
        yield fields.build(() -> new RefinementSpec.Integrator.Adaptive(tolerance.orElseThrow()));
      }
      default ->
          throw unknownName(
              fields,
              name,
              RefinementSpec.Integrator.FixedRate.NAME,
              RefinementSpec.Integrator.Adaptive.NAME);
    };
  }

  private static LineSpec line(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Double> from = fields.number("from");
    Optional<Double> to = fields.number("to");
    Optional<Integer> points = fields.integer("points");
    return fields.build(
        () -> new LineSpec(from.orElseThrow(), to.orElseThrow(), points.orElseThrow()));
  }

  private static CurvatureSpec curvature(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Integer> eigenvalues = fields.integer("eigenvalues");
    Optional<Integer> probes = fields.integer("probes");
    return fields.build(() -> new CurvatureSpec(eigenvalues.orElseThrow(), probes.orElseThrow()));
  }

  static InvalidSpec unknownName(FieldReader fields, Optional<String> name, String... names) {
    name.ifPresent(
        other -> fields.refuse(NAME, "must be one of " + String.join(", ", names), other));
    return refusal(fields);
  }

  private static InvalidSpec refusal(FieldReader fields) {
    try {
      fields.problems().refuseIfAny();
    } catch (InvalidSpec invalid) {
      return invalid;
    }
    throw new IllegalStateException("an object without a known name was not refused");
  }
}
