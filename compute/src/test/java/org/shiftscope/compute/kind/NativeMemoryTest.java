package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.stage.TrialWatch;
import tools.jackson.databind.json.JsonMapper;

/** A process that the system gives 2.6 GB of addresses, and a network whose arrays need 1.6. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {

  @Test
  void aTrialWhoseArraysAreRefusedByTheSystemSaysSoAndTheNextOneRuns() throws Exception {
    assertThat(said())
        .satisfiesExactly(
            large ->
                assertThat(large)
                    .startsWith("told: Memory ran out while it ran (Allocation failed: [")
                    .endsWith("or give the server more memory or fewer slots, then retry."),
            small -> assertThat(small).startsWith("told: ").doesNotContain("Memory"));
  }

  private static List<String> said() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "ulimit -v 2600000; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:CompressedClassSpaceSize=64m",
                "-XX:ReservedCodeCacheSize=64m",
                "-cp",
                System.getProperty("java.class.path"),
                Trials.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
      List<String> told = lines.filter(line -> line.startsWith("told: ")).toList();
      assertThat(process.waitFor()).isZero();
      return told;
    }
  }

  /** Runs a large trial, then a small one. */
  static final class Trials {

    private Trials() {}

    public static void main(String[] arguments) {
      var run = new RunTrial(new DataFolder(Path.of("none")), new Execution("test", 1, "test"));
      for (int units : new int[] {10_000, 4}) {
        System.out.println("told: " + sentence(run, spec(units)));
      }
    }

    private static String sentence(RunTrial run, ExperimentSpec spec) {
      try {
        return run.run(spec, 0, TrialWatch.none()).sentence();
      } catch (NotEnoughMemory none) {
        return String.valueOf(none.getMessage());
      }
    }

    private static ExperimentSpec spec(int units) {
      return ReadSpec.from(
          JsonMapper.shared()
              .readTree(
                  """
                  {"kind": "temperature-sweep", "title": "large",
                   "dataset": {"name": "digits", "trainSamples": 60, "testSamples": 60},
                   "network": {"name": "mlp", "hidden": [%1$d, %1$d]},
                   "temperatures": [0.003], "seeds": [0],
                   "sgd": {"batchSize": 20, "flowTime": 0.1, "maxEpochs": 10, "lambda": 1e-5},
                   "refinement": {"name": "flow", "trainTime": 0.1, "testTime": 0.1,
                                  "integrator": {"name": "adaptive", "tolerance": 1e-3}},
                   "line": {"from": -1, "to": 2, "points": 61}}
                  """
                      .formatted(units)));
    }
  }
}
