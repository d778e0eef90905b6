package org.shiftscope.server.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.device.FindMemory;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.AttemptRules;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue.Lane;
import tools.jackson.databind.node.ObjectNode;

/** A process with 80 MB of heap, and a trial whose vectors have 33 MB each. */
@Timeout(120)
class EndOfMemoryTest {

  @TempDir private Path folder;

  @Test
  void aTrialThatRunsOutOfMemoryFailsAloneWithAdviceAndTheNextOneRuns() throws Exception {
    assertThat(run("blind"))
        .satisfiesExactly(
            large ->
                assertThat(large)
                    .startsWith(
                        "large: Memory ran out while it ran (Java heap space): take a smaller")
                    .endsWith("or give the server more memory or fewer slots, then retry."),
            small -> assertThat(small).isEqualTo("small: finished"));
  }

  @Test
  void aTrialThatCannotFitIsNotBegun() throws Exception {
    assertThat(run("told"))
        .satisfiesExactly(
            large ->
                assertThat(large)
                    .startsWith("large: network.hidden makes each trial need about ")
                    .contains(" of Java's heap where this server gives trials ", "larger heap"),
            small -> assertThat(small).isEqualTo("small: finished"));
  }

  private List<String> run(String how) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx80m",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                folder.toString(),
                how)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
      List<String> said =
          lines.filter(line -> line.startsWith("large: ") || line.startsWith("small: ")).toList();
      assertThat(process.waitFor()).isZero();
      return said;
    }
  }

  /** A worker of one slot that is given a large trial and a small one. */
  static final class Worker {

    private Worker() {}

    public static void main(String[] arguments) throws Exception {
      Memory memory =
          arguments[1].equals("told")
              ? FindMemory.on(Device.cpu("test"))
              : new Memory(Long.MAX_VALUE, Long.MAX_VALUE);
      try (Storage storage = Storage.open(Path.of(arguments[0]), Clock.systemUTC())) {
        var run =
            new RunTrial(new DataFolder(Path.of(arguments[0])), new Execution("test", 1, "test"));
        var work =
            new RunTrials(run, Device.cpu("test"), new ShareMemory(memory), HearTrials.NOBODY);
        storage.queue().start(new Lane("cpu", 1, AttemptRules.ONCE), work);
        tell("large", storage, 2_000);
        tell("small", storage, 4);
      }
    }

    private static void tell(String title, Storage storage, int units) throws Exception {
      var ended = new CountDownLatch(1);
      try (var news =
          storage
              .experiments()
              .subscribe(
                  event -> {
                    if (event.type() == Event.Type.EXPERIMENT_ENDED) {
                      ended.countDown();
                    }
                  })) {
        Experiment experiment = storage.experiments().submit(spec(title, units));
        ended.await();
        var trial = storage.experiments().trials(experiment.id(), 0, 1).getFirst();
        System.out.println(title + ": " + trial.failure().orElse(trial.state().id()));
      }
    }

    /** The quick start's first trial, short, of another size. */
    private static ExperimentSpec spec(String title, int units) {
      ObjectNode json = WriteSpec.toJson(Presets.all().getFirst().spec()).asObject();
      json.put("title", title);
      json.putArray("temperatures").add(0.003);
      json.putArray("seeds").add(0);
      json.at("/sgd").asObject().put("flowTime", 0.01);
      json.at("/refinement").asObject().put("trainTime", 0.01).put("testTime", 0.01);
      json.putObject("network").put("name", NetworkSpec.Mlp.NAME);
      json.at("/network").asObject().putArray("hidden").add(units).add(units);
      return ReadSpec.from(json);
    }
  }
}
