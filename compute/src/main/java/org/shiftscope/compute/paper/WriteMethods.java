package org.shiftscope.compute.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A methods paragraph: complete sentences that name every hyperparameter of a spec, so that a paper
 * can take it. What papers of the field say of data, networks, temperatures and SGD has sentences
 * of its own; every other field is named by its place in the spec, so that none is left out,
 * whatever kinds and fields come.
 */
public final class WriteMethods {

  /** What tells a part from others of its kind, and the title, are no settings. */
  private static final Set<String> NO_SETTINGS = Set.of("kind", "title");

  private final ObjectNode left;
  private final List<String> sentences = new ArrayList<>();

  private WriteMethods(ObjectNode json) {
    this.left = json;
  }

  /**
   * Writes it.
   *
   * @param software Shiftscope's version
   */
  public static String of(ExperimentSpec spec, String software) {
    var methods = new WriteMethods(WriteSpec.toJson(spec));
    methods.write(spec, software);
    return String.join(" ", methods.sentences);
  }

  private void write(ExperimentSpec spec, String software) {
    NO_SETTINGS.forEach(left::remove);
    say(Kind.of(spec).aim() + ".");
    take("dataset").ifPresent(this::dataset);
    take("network").ifPresent(this::network);
    take("temperatures").ifPresent(this::temperatures);
    take("sgd").ifPresent(this::sgd);
    take("refinement").ifPresent(this::refinement);
    take("line").ifPresent(this::line);
    take("curvature").ifPresent(this::curvature);
    take("seeds").ifPresent(this::seeds);
    left.properties().forEach(field -> rest(words(field.getKey()), field.getValue()));
    int trials = spec.trialCount();
    say(
        "This makes "
            + (trials == 1 ? "one trial" : number(trials) + " trials")
            + ", run with Shiftscope "
            + software
            + ".");
  }

  private Optional<JsonNode> take(String field) {
    return Optional.ofNullable(left.remove(field));
  }

  private void dataset(JsonNode given) {
    ObjectNode dataset = given.deepCopy().asObject();
    String name =
        Arrays.stream(DatasetName.values())
            .filter(known -> known.id().equals(text(dataset, "name")))
            .findFirst()
            .orElseThrow()
            .title();
    say(
        "Data were "
            + text(dataset, "trainSamples")
            + " train and "
            + text(dataset, "testSamples")
            + " test samples of "
            + name
            + ".");
    dataset.remove(List.of("name", "trainSamples", "testSamples"));
    JsonNode splits = dataset.remove("splits");
    if (splits != null) {
      say(
          "Train and test samples were shuffled together and split anew with the seeds "
              + value(splits)
              + ".");
    }
    rest("data", dataset);
  }

  private void network(JsonNode given) {
    ObjectNode network = given.deepCopy().asObject();
    say("The network was " + named(text(network, "name")) + ".");
    network.remove("name");
    rest("network", network);
  }

  private static String named(String network) {
    return switch (network) {
      case "mlp" -> "a fully connected one (mlp)";
      case "cnn" -> "a convolutional one (cnn)";
      case String name -> name;
    };
  }

  private void temperatures(JsonNode temperatures) {
    say(
        temperatures.isArray()
            ? "The temperatures T = learning rate / batch size were " + value(temperatures) + "."
            : "The "
                + text(temperatures, "count")
                + " temperatures T = learning rate / batch size were evenly spaced in log T from "
                + text(temperatures, "from")
                + " to "
                + text(temperatures, "to")
                + ".");
  }

  private void sgd(JsonNode given) {
    ObjectNode sgd = given.deepCopy().asObject();
    String batch = text(sgd, "batchSize");
    String lambda = text(sgd, "lambda");
    if (sgd.has("flowTime")) {
      say(
          "SGD ran with minibatches of "
              + batch
              + ", at each T with the constant learning rate that it sets, for a flow time"
              + " (learning rate times steps) of "
              + text(sgd, "flowTime")
              + " at every T and for "
              + text(sgd, "maxEpochs")
              + " epochs at most, with an L2 coefficient λ of "
              + lambda
              + ".");
    } else {
      say(
          "SGD ran with minibatches of "
              + batch
              + " and a learning rate of "
              + text(sgd, "learningRate")
              + " for "
              + text(sgd, "epochs")
              + " epochs, with momentum "
              + text(sgd, "momentum")
              + " and an L2 coefficient λ of "
              + lambda
              + (sgd.path("drops").isEmpty()
                  ? "."
                  : "; the rate was multiplied by "
                      + text(sgd, "dropFactor")
                      + " after the shares "
                      + value(sgd.get("drops"))
                      + " of the epochs."));
    }
    boolean drops = !sgd.path("drops").isEmpty();
    sgd.remove(
        List.of(
            "plan",
            "batchSize",
            "lambda",
            "flowTime",
            "maxEpochs",
            "learningRate",
            "epochs",
            "momentum",
            "drops"));
    if (drops) {
      sgd.remove("dropFactor");
    }
    rest("SGD", sgd);
  }

  private void refinement(JsonNode given) {
    ObjectNode refinement = given.deepCopy().asObject();
    if (refinement.has("trainTime")) {
      JsonNode integrator = refinement.get("integrator");
      say(
          "From its end the gradient flow was followed on the train loss for a time of "
              + text(refinement, "trainTime")
              + " to the train point, and again on the test loss for "
              + text(refinement, "testTime")
              + " to the test point, by the integrator “"
              + text(integrator, "name")
              + "” ("
              + settings(integrator.deepCopy().asObject().without("name"))
              + ").");
      refinement.remove(List.of("name", "trainTime", "testTime", "integrator"));
      JsonNode earlier = refinement.remove("earlier");
      if (earlier != null) {
        say("The same was measured on the way, at " + value(earlier) + " of these times.");
      }
    } else {
      say(
          "From its end the train loss and, from the same start, the test loss were minimised until"
              + " the gradient’s norm was below "
              + text(refinement, "tolerance")
              + ", with "
              + text(refinement, "maxGradients")
              + " full gradients at most.");
      refinement.remove(List.of("name", "tolerance", "maxGradients"));
    }
    rest("refinement", refinement);
  }

  private void line(JsonNode line) {
    say(
        "Both losses were evaluated at "
            + text(line, "points")
            + " points θ_tr + α (θ_te − θ_tr), α from "
            + text(line, "from")
            + " to "
            + text(line, "to")
            + ", and their curvatures fitted there.");
  }

  private void curvature(JsonNode curvature) {
    say(
        "At both points the "
            + text(curvature, "eigenvalues")
            + " largest eigenvalues of the Hessian and of the gradient’s covariance were computed"
            + " by Lanczos’ method, and traces by Hutch++ with "
            + text(curvature, "probes")
            + " products.");
  }

  private void seeds(JsonNode seeds) {
    say("Everything random was drawn from the seeds " + value(seeds) + ".");
  }

  /** A part of the spec that has no sentence of its own. */
  private void rest(String part, JsonNode value) {
    if (value.isObject()) {
      String settings = settings(value);
      if (!settings.isEmpty()) {
        say("Settings of the " + part + " were: " + settings + ".");
      }
    } else {
      say("The " + part + " " + (value.isArray() ? "were " : "was ") + value(value) + ".");
    }
  }

  /** All fields below a part, each with its value. */
  private static String settings(JsonNode part) {
    return part.propertyStream()
        .map(
            field ->
                field.getValue().isObject()
                    ? words(field.getKey()) + " (" + settings(field.getValue()) + ")"
                    : words(field.getKey()) + " " + value(field.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void say(String sentence) {
    sentences.add(sentence);
  }

  private static String text(JsonNode part, String field) {
    return value(part.path(field));
  }

  private static String value(JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty()
          ? "none"
          : value.valueStream().map(WriteMethods::value).collect(Collectors.joining(", "));
    }
    if (value.isObject()) {
      return settings(value);
    }
    return value.isFloatingPointNumber() ? number(value.doubleValue()) : value.asString();
  }

  /** Every digit: a paper's reader must be able to run it again. */
  private static String number(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String plain = digits.toPlainString();
    return plain.length() <= 8 ? plain : digits.toString().replace("E", "e");
  }

  private static String words(String field) {
    return field.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }
}
