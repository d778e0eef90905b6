package org.shiftscope.compute.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.FirstStageMeasurement;
import org.shiftscope.compute.result.LearntNothing;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What each kind finds over the one trial that its golden file holds. */
class FindingsOfEveryKindTest {

  static List<String> names() {
    return GoldenFiles.names("results");
  }

  @ParameterizedTest
  @MethodSource("names")
  void ofOneTrialTheMeansAreItsNumbers(String name) {
    Findings found = find(name);

    boolean measured =
        switch (result(name)) {
          case Diverged _, LearntNothing _, FirstStageMeasurement _ -> false;
          default -> true;
        };
    assertThat(found.trials().ended()).isEqualTo(1);
    assertThat(found.trials().counted()).hasSize(measured ? 1 : 0);
    for (TemperatureTrend trend : found.trends()) {
      assertThat(trend.temperatures())
          .hasSize(measured && Double.isFinite(trend.values().get(0)) ? 1 : 0);
      trend
          .temperatures()
          .forEach(mean -> assertThat(mean.mean()).isEqualTo(trend.values().get(0)));
    }
    assertThat(found.sentences())
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each)
                    .isEqualTo(each.strip())
                    .endsWith(".")
                    .doesNotContain("NaN", "unknown", "null"));
    assertThat(found.sentences().getFirst())
        .matches(measured ? "(?s)(From the 1 of|(?!None|No trial)).*" : "None .*");
  }

  @ParameterizedTest
  @MethodSource("names")
  void twiceTheSameAreTheSameBits(String name) {
    assertThat(ResultJson.toJson(find(name)).toString())
        .isEqualTo(ResultJson.toJson(find(name)).toString());
  }

  @ParameterizedTest
  @MethodSource("names")
  void beforeAResultTheyAreEmptyAndSaySo(String name) {
    ExperimentSpec spec = spec(name);

    Findings found = Kind.of(spec).findings(Map.of(), Include.COUNTED);

    assertThat(String.join(" ", found.sentences()))
        .isEqualTo("No trial has a result yet, of " + spec.trialCount() + ".");
    assertThat(found.trends()).allSatisfy(trend -> assertThat(trend.temperatures()).isEmpty());
    ResultJson.toJson(found);
  }

  @Test
  void everyKindHasFindingsOfItsOwnType() {
    List<String> found =
        names().stream()
            .map(name -> ResultJson.toJson(find(name)).get("type").asString())
            .distinct()
            .toList();
    assertThat(found).hasSameSizeAs(ExperimentSpec.kinds());
  }

  private static Findings find(String name) {
    return Kind.of(spec(name)).findings(Map.of(trial(name), result(name)), Include.ALL);
  }

  private static int trial(String name) {
    return GoldenFiles.trial(GoldenFiles.json("results", name));
  }

  private static ExperimentSpec spec(String name) {
    JsonNode golden = GoldenFiles.json("results", name);
    return ReadSpec.from(golden.get("spec"));
  }

  private static TrialResult result(String name) {
    ObjectNode result = GoldenFiles.json("results", name).get("result").asObject();
    result.putObject("execution").put("device", "cpu").put("threads", 1).put("version", "golden");
    return ResultJson.fromJson(result);
  }
}
