package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class CompareSpecsTest {

  private static final ObjectNode PLAIN = WriteSpec.toJson(Presets.all().getFirst().spec());

  @Test
  void aSpecDiffersInNothingFromItselfUnderAnotherTitle() {
    assertThat(sentences(changed("title", "\"Again\""))).isEmpty();
  }

  @Test
  void anOptionIsToldByItsPathAndWhatLeavingItOutMeans() {
    assertThat(sentences(inSgd("dynamics", "{\"name\": \"momentum\", \"momentum\": 0.9}")))
        .containsExactly("sgd.dynamics: plain → momentum 0.9");
    assertThat(sentences(inSgd("dynamics", "{\"name\": \"anti-pgd\", \"sigma\": 0.01}")))
        .containsExactly("sgd.dynamics: plain → anti-pgd, sigma 0.01");
    assertThat(sentences(inSgd("batchSize", "8"))).containsExactly("sgd.batchSize: 32 → 8");
  }

  /** Another plan is one difference; what both plans have is compared. */
  @Test
  void anotherPlanIsOneDifferenceAndItsBatchSizeASecond() {
    ObjectNode scheduled = PLAIN.deepCopy();
    scheduled.remove("temperatures");
    scheduled.set(
        "sgd",
        ReadJson.of(
            "{\"plan\": \"scheduled\", \"learningRate\": 0.08, \"batchSize\": 8, \"epochs\": 45, \"drops\": [0.5, 0.75], \"lambda\": 1e-5}"));
    assertThat(sentences(scheduled))
        .containsExactly(
            "temperatures: 0.003, 0.006463, 0.01392, 0.03 → 0.01",
            "sgd: at-temperature, flowTime 600, maxEpochs 100000 → scheduled, learningRate 0.08, epochs 45, momentum 0, drops 0.5, 0.75, dropFactor 0.1",
            "sgd.batchSize: 32 → 8");
  }

  @Test
  void theOptionOfOnePlanIsADifferenceBesideThePlan() {
    ObjectNode momentum = inSgd("dynamics", "{\"name\": \"momentum\", \"momentum\": 0.9}");
    ObjectNode scheduled = PLAIN.deepCopy();
    scheduled.remove("temperatures");
    scheduled.set(
        "sgd",
        ReadJson.of(
            "{\"plan\": \"scheduled\", \"learningRate\": 0.32, \"batchSize\": 32, \"epochs\": 45, \"lambda\": 1e-5}"));
    assertThat(
            CompareSpecs.of(ReadSpec.from(momentum), ReadSpec.from(scheduled)).stream()
                .map(SpecDifference::sentence)
                .toList())
        .contains("sgd.dynamics: momentum 0.9 → plain")
        .hasSize(3);
  }

  @Test
  void whatChoosesTrialsOrIsMeasuredBesideChangesNone() {
    assertThat(differences(changed("seeds", "[0, 1, 2, 3]")))
        .containsExactly(new SpecDifference("seeds", "0 to 2", "0 to 3", false));
    assertThat(differences(changed("temperatures", "[0.003, 0.03]")))
        .extracting(SpecDifference::changesTrials)
        .containsExactly(false);
    assertThat(differences(changed("curvature", "{\"eigenvalues\": 2, \"probes\": 6}")))
        .extracting(SpecDifference::field, SpecDifference::changesTrials)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("curvature", false));
  }

  @Test
  void splitsOnOneSideAreOtherSamples() {
    ObjectNode split = PLAIN.deepCopy();
    ((ObjectNode) split.get("dataset")).set("splits", ReadJson.of("[0, 1]"));
    assertThat(differences(split))
        .containsExactly(new SpecDifference("dataset.splits", "none", "0, 1", true));
  }

  @Test
  void anotherKindIsToldAndWhatBothHaveIsCompared() {
    ExperimentSpec decomposition =
        Presets.all().stream()
            .map(Preset::spec)
            .filter(spec -> spec.kind().equals("decomposition"))
            .findFirst()
            .orElseThrow();
    assertThat(CompareSpecs.of(ReadSpec.from(PLAIN), decomposition))
        .extracting(SpecDifference::field)
        .contains("kind", "seeds")
        .doesNotContain("title");
  }

  private static List<String> sentences(ObjectNode other) {
    return differences(other).stream().map(SpecDifference::sentence).toList();
  }

  private static List<SpecDifference> differences(ObjectNode other) {
    return CompareSpecs.of(ReadSpec.from(PLAIN), ReadSpec.from(other));
  }

  private static ObjectNode changed(String field, String json) {
    ObjectNode other = PLAIN.deepCopy();
    other.set(field, ReadJson.of(json));
    return other;
  }

  private static ObjectNode inSgd(String field, String json) {
    ObjectNode other = PLAIN.deepCopy();
    ((ObjectNode) other.get("sgd")).set(field, ReadJson.of(json));
    return other;
  }

  private static final class ReadJson {
    static tools.jackson.databind.JsonNode of(String json) {
      return tools.jackson.databind.json.JsonMapper.shared().readTree(json);
    }
  }
}
