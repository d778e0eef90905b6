package org.shiftscope.compute.reproduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.kind.SmallExperiments;
import org.shiftscope.compute.kind.SmallExperiments.Size;
import org.shiftscope.compute.reproduction.RepeatedTrial.Verdict;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.compute.stage.TrialWatch;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Real trials, run again. */
class ReproductionTest {

  private static final ExperimentSpec LANDSCAPE = kind("landscape");
  private static final ExperimentSpec SWEEP = kind("temperature-sweep");

  private static ExperimentSpec kind(String kind) {
    return SmallExperiments.ofEveryKind(Size.INSTANT).stream()
        .filter(spec -> spec.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static TrialResult run(ExperimentSpec spec, String kernels) {
    var execution =
        new Execution("cpu", 1, "test", Optional.of(kernels), Optional.empty(), Optional.empty());
    return new RunTrial(new DataFolder(Path.of("none")), execution).run(spec, 0, TrialWatch.none());
  }

  private static RepeatedTrial compare(ExperimentSpec spec, TrialResult a, TrialResult b) {
    return CompareRepeat.of(spec, 0, Optional.of(a), Optional.of(b));
  }

  private static TrialResult scaled(TrialResult result, String field, double by) {
    ObjectNode json = ResultJson.toJson(result);
    json.put(field, json.get(field).doubleValue() * by);
    return ResultJson.fromJson(json);
  }

  @Test
  void aTrialThatRunsAgainIsIdentical() {
    RepeatedTrial again = compare(SWEEP, run(SWEEP, "a"), run(SWEEP, "a"));
    assertThat(again.verdict()).isEqualTo(Verdict.IDENTICAL);
    assertThat(again.sentence()).isEqualTo("Every number has the same bits.");
  }

  @Test
  void onTheSameKernelsTheLastBitCounts() {
    TrialResult before = run(SWEEP, "a");
    RepeatedTrial again = compare(SWEEP, before, scaled(before, "shiftNorm", 1 + 1e-15));
    assertThat(again.verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(again.quantity()).isEqualTo("shiftNorm");
    assertThat(again.difference()).isBetween(1e-16, 1e-14);
    assertThat(again.sentence()).contains("the same bits were expected");
  }

  @Test
  void onOtherKernelsATrainedNetworkMayDifferByAHundredth() {
    TrialResult before = run(SWEEP, "a");
    TrialResult elsewhere = run(SWEEP, "b");
    RepeatedTrial near = compare(SWEEP, before, scaled(elsewhere, "shiftNorm", 1.009));
    assertThat(near.verdict()).isEqualTo(Verdict.WITHIN_TOLERANCE);
    assertThat(near.sentence())
        .isEqualTo(
            "The most, shiftNorm differs by 0.0089 of its size: the kernels or threads are others"
                + " or not known, so up to 1e-02 was allowed.");
    assertThat(compare(SWEEP, before, scaled(elsewhere, "shiftNorm", 1.02)).verdict())
        .isEqualTo(Verdict.DIFFERENT);
  }

  @Test
  void aResultOfAnotherKindOrNoneIsToldAsSuch() {
    assertThat(compare(SWEEP, run(SWEEP, "a"), run(LANDSCAPE, "a")).verdict())
        .isEqualTo(Verdict.DIFFERENT);
    assertThat(CompareRepeat.of(SWEEP, 0, Optional.of(run(SWEEP, "a")), Optional.empty()).verdict())
        .isEqualTo(Verdict.OPEN);
  }

  @Test
  void theHashIsThatOfWhatIsAskedFor() {
    ObjectNode json = WriteSpec.toJson(SWEEP);
    String hash = GatherRecord.specSha256(SWEEP);
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(GatherRecord.specSha256(ReadSpec.from(json.deepCopy().put("title", "Another"))))
        .isEqualTo(hash);
    json.putArray("seeds").add(4);
    assertThat(GatherRecord.specSha256(ReadSpec.from(json))).isNotEqualTo(hash);
  }

  @Test
  void theRecordNamesSamplesAndMachinesByTheirTrials() {
    TrialResult result = run(SWEEP, "a");
    ReproducibilityRecord record = GatherRecord.of(SWEEP, Map.of(0, result));
    assertThat(record.samples().getFirst().title()).isEqualTo("UCI digits");
    assertThat(record.samples().getFirst().sha256()).isEqualTo(result.execution().samples());
    assertThat(record.environments().getFirst().trials()).containsExactly(0);
    assertThat(record.seeds()).containsExactly(3L);
    assertThat(GatherRecord.of(SWEEP, Map.of()).samples().getFirst().sha256()).isEmpty();
  }

  /** Numbers of RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbersAreWrittenAsTheStandardDoes(String bits, String text) {
    assertThat(CanonicalJson.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
        .isEqualTo(text);
  }

  @Test
  void fieldsComeInTheirOrderWithoutSpaces() {
    assertThat(
            CanonicalJson.of(
                JsonMapper.shared()
                    .readTree("{\"b\": [1, 2.50, \"€\\n\"], \"a\": {\"z\": null, \"B\": true}}")))
        .isEqualTo("{\"a\":{\"B\":true,\"z\":null},\"b\":[1,2.5,\"€\\n\"]}");
  }
}
