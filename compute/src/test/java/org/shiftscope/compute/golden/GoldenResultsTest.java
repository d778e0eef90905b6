package org.shiftscope.compute.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.device.Kernels;
import org.shiftscope.compute.kind.CheckedTrial;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.stage.TrialWatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One smallest trial of every kind, and of every outcome: the spec, and the result as it was when
 * the file was written. A new case is a file with {@code {"spec": …}} alone, and {@code trial}
 * where it is not 0, and a run that writes.
 */
class GoldenResultsTest {

  static List<String> names() {
    return GoldenFiles.names("results");
  }

  @ParameterizedTest
  @MethodSource("names")
  void theTrialComesToItsGoldenResult(String name) {
    JsonNode golden = GoldenFiles.json("results", name);
    ObjectNode found = reread(ResultJson.toJson(run(golden)));
    found.remove("execution");
    if (GoldenFiles.writing()) {
      golden = write(name, golden, found);
    }
    new CompareResults(golden.get("kernels").asString())
        .compare(golden.get("spec"), golden.get("result"), found);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aGoldenResultReadsAndWritesBackAsItIs(String name) {
    ObjectNode result = GoldenFiles.json("results", name).get("result").asObject();
    result.putObject("execution").put("device", "cpu").put("threads", 1).put("version", "golden");
    TrialResult read = ResultJson.fromJson(result);
    ObjectNode written = ResultJson.toJson(read);
    assertThat(ResultJson.fromJson(written)).isEqualTo(read);
    written.remove("execution");
    result.remove("execution");
    assertThat(written.toString()).isEqualTo(result.toString());
  }

  @Test
  void everyTypeOfResultIsThere() {
    assertThat(types()).hasSameSizeAs(Arrays.asList(TrialResult.class.getPermittedSubclasses()));
  }

  private static TreeSet<String> types() {
    return names().stream()
        .map(name -> GoldenFiles.json("results", name).at("/result/type").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Numbers of the same kinds of nodes as in a file. */
  private static ObjectNode reread(ObjectNode json) {
    return GoldenFiles.JSON.readTree(json.toString()).asObject();
  }

  private static TrialResult run(JsonNode golden) {
    var run = new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "golden"));
    ExperimentSpec read = ReadSpec.from(golden.get("spec"));
    int trial = GoldenFiles.trial(golden);
    return run.run(read, trial, watch(read, trial));
  }

  /** With the inputs of a trial: from trial 0 of its own experiment, or of another one. */
  private static TrialWatch watch(ExperimentSpec spec, int trial) {
    return spec.inputs(trial).stream()
        .findFirst()
        .map(input -> input.from().experiment().isEmpty() ? CheckedTrial.of(spec) : source())
        .map(CheckedTrial::watch)
        .orElse(TrialWatch.none());
  }

  /** The trial that goldens take their inputs from. */
  private static CheckedTrial source() {
    return CheckedTrial.of(
        ReadSpec.from(GoldenFiles.json("results", "sweep-measured").get("spec")));
  }

  private static JsonNode write(String name, JsonNode before, ObjectNode result) {
    ObjectNode golden = GoldenFiles.JSON.createObjectNode();
    golden.set("spec", before.get("spec"));
    if (before.has("trial")) {
      golden.set("trial", before.get("trial"));
    }
    golden.put("kernels", Kernels.present());
    golden.set("result", result);
    GoldenFiles.write("results/" + name + ".json", GoldenFiles.pretty(golden));
    return golden;
  }
}
