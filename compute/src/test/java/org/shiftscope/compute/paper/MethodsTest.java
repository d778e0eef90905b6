package org.shiftscope.compute.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.kind.SmallExperiments;
import org.shiftscope.compute.kind.SmallExperiments.Size;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A methods paragraph leaves no hyperparameter out. */
class MethodsTest {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static Stream<ExperimentSpec> specs() {
    return Stream.concat(
        Presets.all().stream().map(Preset::spec),
        SmallExperiments.ofEveryKind(Size.INSTANT).stream());
  }

  /** Whatever number, choice or switch is changed, the paragraph is another. */
  @ParameterizedTest
  @MethodSource("specs")
  void specsThatDifferInOneFieldHaveOtherParagraphs(ExperimentSpec spec) {
    String methods = WriteMethods.of(spec, "1.0");
    List<ObjectNode> others = new ArrayList<>();
    ObjectNode json = WriteSpec.toJson(spec);
    json.remove("title");
    change(json, json, others);
    int legal = 0;
    for (ObjectNode other : others) {
      Optional<ExperimentSpec> read = read(other.put("title", spec.title()));
      if (read.isPresent() && !read.get().equals(spec)) {
        legal++;
        assertThat(WriteMethods.of(read.get(), "1.0"))
            .describedAs(other.toString())
            .isNotEqualTo(methods);
      }
    }
    assertThat(legal).describedAs("changes that are legal, of " + others.size()).isGreaterThan(5);
  }

  /** Changes each value below a node, one at a time, and copies the whole. */
  private static void change(ObjectNode whole, JsonNode part, List<ObjectNode> others) {
    if (part instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.get(name);
        for (JsonNode other : others(value)) {
          object.set(name, other);
          others.add(whole.deepCopy());
        }
        object.set(name, value);
        change(whole, value, others);
      }
    } else if (part instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        JsonNode value = array.get(i);
        for (JsonNode other : others(value)) {
          array.set(i, other);
          others.add(whole.deepCopy());
        }
        array.set(i, value);
        change(whole, value, others);
      }
    }
  }

  private static List<JsonNode> others(JsonNode value) {
    if (value.isIntegralNumber()) {
      return List.of(
          NODES.numberNode(value.longValue() + 1), NODES.numberNode(value.longValue() - 1));
    }
    if (value.isFloatingPointNumber()) {
      return List.of(
          NODES.numberNode(value.doubleValue() * 1.000_123),
          NODES.numberNode(value.doubleValue() / 1.000_123));
    }
    if (value.isBoolean()) {
      return List.of(NODES.booleanNode(!value.booleanValue()));
    }
    return value.isString()
        ? Stream.of("relu", "tanh", "gelu", "he", "lecun", "with", "without", "whole", "steps")
            .<JsonNode>map(NODES::stringNode)
            .toList()
        : List.of();
  }

  private static Optional<ExperimentSpec> read(JsonNode json) {
    try {
      return Optional.of(ReadSpec.from(json));
    } catch (InvalidSpec refused) {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("specs")
  void itIsMadeOfSentencesAndOpensWithWhatTheKindDoes(ExperimentSpec spec) {
    String methods = WriteMethods.of(spec, "1.0");
    assertThat(methods)
        .endsWith("run with Shiftscope 1.0.")
        .doesNotContain("An experiment was run", "..", " null", "{", "()", "  ", "Infinity");
    assertThat(WriteBibtex.of(spec, "1.0"))
        .startsWith("@misc{bradley2021shiftcurvature,")
        .contains("version = {1.0}")
        .matches(
            text ->
                text.chars().filter(c -> c == '{').count()
                    == text.chars().filter(c -> c == '}').count());
  }

  @Test
  void theQuickStartReadsSo() {
    ExperimentSpec quick = Presets.all().getFirst().spec();
    assertThat(WriteMethods.of(quick, "1.0"))
        .isEqualTo(
            "Networks were trained by SGD at several temperatures, and the shift-curvature between"
                + " the train point and the test point of each was measured (Bradley et al., 2021)."
                + " Data were 1347 train and 450 test samples of UCI digits. The network was a"
                + " fully connected one (mlp). Settings of the network were: hidden 32, activation"
                + " relu, width 1, initialisation he. The 4 temperatures T = learning rate / batch"
                + " size were evenly spaced in log T from 0.003 to 0.03. SGD ran with minibatches"
                + " of 32, at each T with the constant learning rate that it sets, for a flow time"
                + " (learning rate times steps) of 600 at every T and for 100000 epochs at most,"
                + " with an L2 coefficient λ of 0.00001. From its end the gradient flow was"
                + " followed on the train loss for a time of 5 to the train point, and again on the"
                + " test loss for 5 to the test point, by the integrator “adaptive” (tolerance"
                + " 0.00001). The same was measured on the way, at 0.04, 0.2 of these times. Both"
                + " losses were evaluated at 61 points θ_tr + α (θ_te − θ_tr), α from -1 to 2, and"
                + " their curvatures fitted there. Everything random was drawn from the seeds 0, 1,"
                + " 2. This makes 12 trials, run with Shiftscope 1.0.");
    assertThat(WriteBibtex.of(quick, "1.0"))
        .contains("alpaydin1998digits", "sommeijer1998rkc", "he2015delving")
        .doesNotContain("xiao2017fashion", "simonyan2014very", "lau2023local");
  }
}
