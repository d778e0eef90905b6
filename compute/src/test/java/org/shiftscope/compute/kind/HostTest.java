package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.ReadSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a machine cannot hold is refused before anything is allocated or timed. */
class HostTest {

  private static final long GB = 1_000_000_000L;

  /** Those of the paper's full size say that they are for another machine. */
  static List<Preset> presets() {
    return Presets.all().stream()
        .filter(preset -> !preset.explanation().contains("Made for a machine with a graphics card"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetFitsIntoALaptopOf16GigabytesOnceAtATime(Preset preset) {
    Host laptop = Hosts.with(3_500_000_000L, 8 * GB);
    assertThatCode(() -> laptop.checkMemory(preset.spec())).doesNotThrowAnyException();
  }

  @Test
  @Timeout(1)
  void aNetworkThatIsTooLargeIsRefusedAtItsFieldWithTheNeedAndWhatThereIs() {
    ExperimentSpec deep = sweep("hidden", Collections.nCopies(20, 10_000));
    Problem problem = problem(() -> Hosts.with(5 * GB, 12 * GB).check(deep));
    assertThat(problem.field()).isEqualTo("network.hidden");
    assertThat(problem.message())
        .startsWith("network.hidden makes each trial need about ")
        .contains(" where this server gives trials 12 GB: take a smaller width or smaller layers,")
        .endsWith(" or run it on a machine with more memory.");
    assertThat(need(problem)).isGreaterThan(100 * 2e9 / GB).isLessThan(500 * 2e9 / GB);
    assertThat(
            problem(
                () ->
                    new EstimateCost(Hosts.with(5 * GB, 12 * GB), this::noTime)
                        .estimate(deep, Duration.ZERO)))
        .isEqualTo(problem);
  }

  @Test
  void aHeapThatIsTooSmallIsSaidToBeTheReason() {
    ExperimentSpec wide = sweep("hidden", List.of(4_000, 4_000));
    assertThat(problem(() -> Hosts.with(2 * GB, 100 * GB).check(wide)).message())
        .contains("of Java's heap where this server gives trials 2.0 GB:")
        .contains("or run it with a larger heap (JAVA_OPTS=-Xmx…g,");
  }

  @Test
  void theFieldIsTheOneThatMostOfItIsOwedTo() {
    ObjectNode spectra = json("hidden", List.of(2_000, 2_000));
    spectra.putObject("curvature").put("eigenvalues", 50).put("probes", 6);
    assertThat(problem(() -> Hosts.with(GB, 100 * GB).check(ReadSpec.from(spectra))).field())
        .isEqualTo("curvature.eigenvalues");
    ObjectNode window = json("hidden", List.of(2_000, 2_000));
    window.putObject("window").put("flowTime", 10_000).put("iterates", 2_000);
    assertThat(problem(() -> Hosts.with(GB, 100 * GB).check(ReadSpec.from(window))).field())
        .isEqualTo("window.iterates");
    ObjectNode projected = json("hidden", List.of(2_000, 2_000));
    projected.putObject("dataset").put("name", "digits").put("testSamples", 450);
    projected
        .putObject("window")
        .put("flowTime", 10_000)
        .put("iterates", 8)
        .put("projectedShift", true);
    assertThat(problem(() -> Hosts.with(GB, 100 * GB).check(ReadSpec.from(projected))).field())
        .isEqualTo("window.projectedShift");
    ObjectNode batches = json("hidden", List.of(10_000, 1));
    batches.at("/sgd").asObject().put("batchSize", 20_000);
    batches.putObject("dataset").put("name", "fashion-mnist");
    assertThat(problem(() -> Hosts.with(100 * GB, GB / 10).check(ReadSpec.from(batches))).field())
        .isEqualTo("sgd.batchSize");
  }

  @Test
  void theEstimateRunsAsManyAtATimeAsFit() {
    ExperimentSpec spec = sweep("hidden", List.of(8));
    long one = Kind.of(spec).memory().of(1).heap();
    Estimate both =
        new EstimateCost(Hosts.with(3 * one, GB), System::nanoTime).estimate(spec, Duration.ZERO);
    Estimate oneByOne =
        new EstimateCost(Hosts.with(one, GB), System::nanoTime).estimate(spec, Duration.ZERO);
    assertThat(both.sentence()).startsWith("2 trials, 2 at a time");
    assertThat(oneByOne.sentence()).startsWith("2 trials, 1 at a time");
    assertThat(oneByOne.total()).isEqualTo(oneByOne.work());
  }

  @ParameterizedTest
  @CsvSource({
    "std::bad_alloc",
    "'Invalid shape: [-1791167286]'",
    "'Cannot allocate new DoublePointer(6418000010): totalBytes = 1G, physicalBytes = 2G'"
  })
  void nativeCodeThatFindsNoMemoryIsUnderstood(String words) {
    assertThat(NotEnoughMemory.of(new IllegalStateException("op", new RuntimeException(words))))
        .isInstanceOf(NotEnoughMemory.class)
        .hasMessage(
            "Memory ran out while it ran ("
                + words
                + "): take a smaller network, batch or number of samples, or give the server more"
                + " memory or fewer slots, then retry.");
    var other = new IllegalStateException("Invalid shape: [3, 4]");
    assertThat(NotEnoughMemory.of(other)).isSameAs(other);
  }

  private long noTime() {
    throw new AssertionError("Something was timed");
  }

  private static double need(Problem problem) {
    return Double.parseDouble(problem.message().replaceAll(".* need about ([0-9.]+) GB.*", "$1"));
  }

  private static Problem problem(Runnable refused) {
    InvalidSpec invalid = catchThrowableOfType(InvalidSpec.class, refused::run);
    assertThat(invalid.problems()).hasSize(1);
    return invalid.problems().getFirst();
  }

  private static ExperimentSpec sweep(String field, List<Integer> units) {
    return ReadSpec.from(json(field, units));
  }

  /** Two temperatures. */
  private static ObjectNode json(String field, List<Integer> units) {
    ObjectNode spec =
        JsonMapper.shared()
            .readTree(
                """
                {"kind": "temperature-sweep", "title": "large",
                 "dataset": {"name": "digits", "trainSamples": 20, "testSamples": 20},
                 "network": {"name": "mlp"}, "temperatures": [0.003, 0.01], "seeds": [0],
                 "sgd": {"batchSize": 20, "flowTime": 1, "maxEpochs": 10, "lambda": 1e-5},
                 "refinement": {"name": "flow", "trainTime": 1, "testTime": 1,
                                "integrator": {"name": "adaptive", "tolerance": 1e-3}},
                 "line": {"from": -1, "to": 2, "points": 61}}
                """)
            .asObject();
    units.forEach(spec.at("/network").asObject().withArray(field)::add);
    return spec;
  }
}
