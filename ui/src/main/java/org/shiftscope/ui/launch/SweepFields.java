package org.shiftscope.ui.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.NetworkSpec.Cnn;
import org.shiftscope.compute.spec.NetworkSpec.Mlp;
import org.shiftscope.compute.spec.NetworkSpec.ResNet10;
import org.shiftscope.compute.spec.NetworkSpec.Vgg16;
import org.shiftscope.compute.spec.NetworkSpec.Vgg9;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator.Adaptive;
import org.shiftscope.compute.spec.RefinementSpec.Integrator.FixedRate;
import org.shiftscope.compute.spec.RefinementSpec.Minimum;
import org.shiftscope.compute.spec.TemperatureSweep;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a temperature sweep: their words, and when each of them counts. */
final class SweepFields implements KindFields {

  private static final String SAMPLES = "samples";
  private static final String NOT_MEASURED = "not-measured";
  private static final String MEASURED = "measured";

  private final Field dataset =
      Field.chosen(
          "dataset.name",
          Shape.TEXT,
          "Dataset",
          titles(DatasetName.values()),
          "Digits come with Shiftscope; the others are read from the data folder.");
  private final Field network =
      Field.chosen(
          "network.name",
          Shape.TEXT,
          "Network",
          choices(
              Mlp.NAME, "mlp: dense layers",
              Cnn.NAME, "cnn: convolutions, then dense layers",
              Vgg9.NAME, "vgg9: 7 convolutions, 2 dense layers",
              Vgg16.NAME, "vgg16: 13 convolutions, 3 dense layers",
              ResNet10.NAME, "resnet10: residual, 4 blocks"),
          "vgg16 needs images of 32 × 32 (CIFAR-10), vgg9 and resnet10 those or 8 × 8 (digits).");

  private final Field refinement =
      Field.chosen(
          "refinement.name",
          Shape.TEXT,
          "Refinement",
          choices(
              Flow.NAME, "Gradient flow for a stated time",
              Minimum.NAME, "Down to a minimum"),
          "The paper's is the flow. Minima need a convex model or a smooth activation.");
  private final Field integrator =
      Field.chosen(
              "refinement.integrator.name",
              Shape.TEXT,
              "Integrator",
              choices(
                  Adaptive.NAME, "Adaptive Runge–Kutta–Chebyshev",
                  FixedRate.NAME, "Fixed small rate (the paper's)"),
              "Both follow the same flow; the adaptive one needs far fewer gradients.")
          .when(this::flow);

  /**
   * Whether eigenvalues and traces are measured. No field of the spec: its JSON has them or not.
   */
  private final Field spectra =
      Field.chosen(
          "curvature",
          Shape.TEXT,
          "Eigenvalues and traces",
          choices(NOT_MEASURED, "Not measured", MEASURED, "Measured at both points"),
          "Of the Hessian and of the gradient's covariance: often dearer than the refinement.");

  private final List<Field> data =
      List.of(
          Field.typed(
              "title", Shape.TEXT, "Title", "", "A name for the lists; it changes no number.", ""),
          dataset,
          number(
              "dataset.trainSamples",
              "Train samples",
              SAMPLES,
              "The first of the train split.",
              "1347"),
          number(
              "dataset.testSamples",
              "Test samples",
              SAMPLES,
              "The first of the test split.",
              "450"));

  private final List<Field> networkFields =
      List.of(
          network,
          numbers(
                  "network.hidden",
                  "Hidden layers",
                  "units",
                  "Units of each layer; none is softmax regression.",
                  "32")
              .when(() -> is(network, Mlp.NAME)),
          numbers(
                  "network.filters",
                  "Filters",
                  "channels",
                  "One convolution and 2 × 2 max-pooling for each, 1 to 3.",
                  "8, 16")
              .when(() -> is(network, Cnn.NAME)),
          Field.chosen(
                  "network.kernel",
                  Shape.NUMBER,
                  "Kernel",
                  choices("1", "1 × 1", "3", "3 × 3", "5", "5 × 5", "7", "7 × 7"),
                  "Size of the convolutions, in pixels.")
              .when(() -> is(network, Cnn.NAME)),
          numbers(
                  "network.dense",
                  "Dense layers",
                  "units",
                  "Units of each hidden layer after the convolutions.",
                  "32")
              .when(() -> is(network, Cnn.NAME)),
          Field.chosen(
                  "network.batchNorm",
                  Shape.FLAG,
                  "Batch norm",
                  choices("false", "Without", "true", "After each convolution"),
                  "SGD normalises by its minibatches; refinement and line by the running averages at its end.")
              .when(() -> is(network, Vgg9.NAME)),
          Field.chosen(
              "network.activation",
              Shape.TEXT,
              "Activation",
              titles(Activation.values()),
              "Follows each hidden layer. tanh and GELU are smooth, ReLU is the paper's."),
          number(
              "network.width",
              "Width",
              "×",
              "Multiplies the units and channels of every hidden layer; 0.125 suits a laptop.",
              "1"),
          Field.chosen(
              "network.initialisation",
              Shape.TEXT,
              "Initialisation",
              titles(Initialisation.values()),
              "Weights of deviation √(2 / fan-in); truncated is he_normal of Keras and JAX."));

  private final TemperatureFields temperatures = new TemperatureFields();

  private final List<Field> seeds =
      List.of(numbers("seeds", "Seeds", "", "One trial for each temperature and seed.", "0, 1, 2"));

  private final List<Field> sgd =
      List.of(
          number(
              "sgd.batchSize",
              "Batch size B",
              SAMPLES,
              "Samples in a minibatch; the learning rate is T · B.",
              "32"),
          number(
              "sgd.flowTime",
              "Flow time",
              "η · steps",
              "The same for every temperature, so a lower T runs longer.",
              "600"),
          number(
              "sgd.maxEpochs",
              "Most epochs",
              "epochs",
              "A trial that this stops early says so.",
              "100000"),
          number(
              "sgd.lambda",
              "L2 coefficient λ",
              "1 / length²",
              "Adds (λ/2)·‖θ‖² to the loss.",
              "1e-5"));

  private final List<Field> refinementFields =
      List.of(
          refinement,
          number(
                  "refinement.trainTime",
                  "Flow time on the train loss",
                  "τ",
                  "Learning rate times steps, in the paper 5.",
                  "5")
              .when(this::flow),
          number(
                  "refinement.testTime",
                  "Flow time on the test loss",
                  "τ",
                  "Learning rate times steps, from the same start.",
                  "5")
              .when(this::flow),
          integrator,
          number(
                  "refinement.integrator.tolerance",
                  "Tolerance",
                  "of ‖θ‖",
                  "Largest error of a step, relative to ‖θ‖.",
                  "1e-4")
              .when(() -> flow() && is(integrator, Adaptive.NAME)),
          number(
                  "refinement.integrator.rate",
                  "Learning rate",
                  "",
                  "Small and fixed; the paper's is 1e-4.",
                  "1e-4")
              .when(() -> flow() && is(integrator, FixedRate.NAME)),
          number(
                  "refinement.tolerance",
                  "Tolerance",
                  "‖∇L‖",
                  "Largest gradient norm that counts as a minimum.",
                  "1e-6")
              .when(() -> is(refinement, Minimum.NAME)),
          number(
                  "refinement.maxGradients",
                  "Most gradients",
                  "",
                  "Cap for each of the two points.",
                  "10000")
              .when(() -> is(refinement, Minimum.NAME)));

  private final List<Field> line =
      List.of(
          number("line.from", "From", "α", "−1 or less: α = 0 is the train point.", "-1"),
          number("line.to", "To", "α", "1.1 or more: α = 1 is the test point.", "2"),
          number(
              "line.points",
              "Points",
              "",
              "51 or more, evenly spaced; 0 and 1 are among them.",
              "61"));

  private final List<Field> curvature =
      List.of(
          number(
                  "curvature.eigenvalues",
                  "Eigenvalues",
                  "",
                  "How many of the largest, 1 to 50; and the smallest.",
                  "5")
              .when(this::measuresSpectra),
          number(
                  "curvature.probes",
                  "Probes",
                  "products",
                  "Spent on each trace, 6 to 300; its error falls as 1 / probes.",
                  "30")
              .when(this::measuresSpectra));

  private final FieldSection temperatureSection =
      new FieldSection("Temperatures and seeds", temperatures.shownWith(seeds));
  private final FieldSection sgdSection = new FieldSection("SGD", sgd);

  SweepFields() {
    all().stream()
        .filter(field -> field.path().equals("network.kernel"))
        .forEach(field -> field.value().setValue("5"));
  }

  @Override
  public String kind() {
    return TemperatureSweep.KIND;
  }

  @Override
  public List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name and data", data),
        new FieldSection("Network", networkFields),
        temperatureSection,
        sgdSection,
        new FieldSection("Refinement to the train and test points", refinementFields),
        new FieldSection("Line through both points", line),
        new FieldSection(
            "Hessian at both points",
            Stream.concat(Stream.of(spectra), curvature.stream()).toList()));
  }

  @Override
  public List<Field> all() {
    return Stream.of(
            data,
            networkFields,
            temperatures.fields(),
            seeds,
            sgd,
            refinementFields,
            line,
            curvature)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Field> choices() {
    return List.of(temperatures.spacing(), spectra);
  }

  @Override
  public void choose(JsonNode spec) {
    temperatures.choose(spec);
    spectra.value().setValue(spec.path("curvature").isObject() ? MEASURED : NOT_MEASURED);
  }

  @Override
  public void showConsequences(ObjectNode json, Optional<ExperimentSpec> spec) {
    temperatureSection.setConsequence(TemperatureFields.say(json));
    sgdSection.setConsequence(
        spec.filter(TemperatureSweep.class::isInstance)
            .map(TemperatureSweep.class::cast)
            .map(SayRates::of)
            .orElse(""));
  }

  /** Title and samples, for kinds that train too. */
  List<Field> data() {
    return data;
  }

  /** The network, for kinds that train too. */
  List<Field> network() {
    return networkFields;
  }

  /** The temperatures, for kinds that train too. */
  TemperatureFields temperatures() {
    return temperatures;
  }

  /** The seeds, for kinds that train too. */
  List<Field> seeds() {
    return seeds;
  }

  /** SGD, for kinds that train too. */
  List<Field> sgd() {
    return sgd;
  }

  /** The refinement, for kinds that refine too. */
  List<Field> refinement() {
    return refinementFields;
  }

  private boolean measuresSpectra() {
    return is(spectra, MEASURED);
  }

  private boolean flow() {
    return is(refinement, Flow.NAME);
  }

  private static boolean is(Field choice, String name) {
    return name.equals(choice.value().getValue());
  }

  private static Field number(
      String path, String label, String unit, String explanation, String initial) {
    return Field.typed(path, Shape.NUMBER, label, unit, explanation, initial);
  }

  private static Field numbers(
      String path, String label, String unit, String explanation, String initial) {
    return Field.typed(path, Shape.NUMBERS, label, unit, explanation, initial);
  }

  private static Map<String, String> titles(Named... values) {
    Map<String, String> titles = new LinkedHashMap<>();
    for (Named value : values) {
      titles.put(value.id(), value.title());
    }
    return titles;
  }

  private static Map<String, String> choices(String... namesAndTitles) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTitles.length; i += 2) {
      choices.put(namesAndTitles[i], namesAndTitles[i + 1]);
    }
    return choices;
  }
}
