package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * {@code make load}: how long a backup takes of thousands of experiments that a server holds, and
 * its way back; and that the memory for it does not grow with what is in it.
 */
@EnabledIfSystemProperty(named = "load", matches = ".*")
class BackupLoadIT {

  private static final int LARGE_TRIALS = 8;

  /** float32: 40 MB, of a network such as vgg11. */
  private static final int PARAMETERS = 10_000_000;

  /** Megabytes of heap that do for a backup and its way back, whatever it holds. */
  private static final int HEAP = 192;

  /** In the build folder, where the record lies. */
  @TempDir(factory = InBuildFolder.class)
  private Path folder;

  /** Beside the record. */
  private static final class InBuildFolder implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext field, ExtensionContext test)
        throws IOException {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "load-backup-");
    }
  }

  @Test
  void aRecordOfManyExperimentsGoesIntoAFileAndComesBack() throws Exception {
    Path data = ManyExperiments.folder();
    Path file = folder.resolve("backup.zip");
    try (ChildServer server =
        ChildServer.launch(
            "serve",
            "--port",
            "0",
            "--data",
            data.toString(),
            "--backup-folder",
            folder.resolve("kept").toString())) {
      Lab lab = server.serving();
      long before = server.peakBytes();
      Done made = run("", "backup", "--server", lab.address().toString(), "--to", file.toString());
      say("| backup of a server | %.1f s |", made.seconds());
      say("| its file | %.0f MB |", Files.size(file) / 1e6);
      say(
          "| peak memory of the server: before it, with it | %.0f MB, %.0f MB |",
          before / 1e6, server.peakBytes() / 1e6);
      assertThat(server.stop(30)).isTrue();
    }
    Path restored = folder.resolve("restored");
    tell("restore", run("", "restore", file.toString(), "--data", restored.toString()));
    say("| database restored | %.0f MB |", Files.size(restored.resolve("shiftscope.mv.db")) / 1e6);
    Done verified = run("", "verify", "--data", restored.toString());
    tell("verify", verified);
    assertThat(verified.said())
        .contains(
            "%d experiments, %d results: all as stored."
                .formatted(ManyExperiments.COUNT, ManyExperiments.COUNT * ManyExperiments.TRIALS));
  }

  @Test
  void largeParametersNeedNoMoreMemory() throws Exception {
    Path data = folder.resolve("data");
    fill(data);
    Path file = folder.resolve("backup.zip");
    String heap = "-Xmx" + HEAP + "m";
    say(
        "| %d results with 40 MB of parameters each, heap %d MB: database | %.0f MB |",
        LARGE_TRIALS, HEAP, Files.size(data.resolve("shiftscope.mv.db")) / 1e6);
    tell("backup", run(heap, "backup", "--data", data.toString(), "--to", file.toString()));
    say("| its file | %.0f MB |", Files.size(file) / 1e6);
    Path restored = folder.resolve("restored");
    tell("restore", run(heap, "restore", file.toString(), "--data", restored.toString()));
    Done verified = run(heap, "verify", "--data", restored.toString());
    tell("verify", verified);
    assertThat(verified.said())
        .contains("1 experiments, %d results: all as stored.".formatted(LARGE_TRIALS));
  }

  /** One sweep, each of whose trials ends at a point of a large network. */
  private static void fill(Path data) throws Exception {
    Files.createDirectories(data);
    var real = new RunTrial(new DataFolder(data), new Execution("cpu", 1, "load"));
    var ended = new CountDownLatch(1);
    try (Storage storage = Storage.open(data, Clock.systemUTC());
        var news = storage.experiments().subscribe(event -> tellEnd(event, ended));
        var lane =
            storage
                .queue()
                .start(
                    new Lane("cpu", 1),
                    (spec, trial, watch) -> {
                      watch.reached(NamedPoint.SGD_END, parameters(trial));
                      return real.run(spec, trial, TrialWatch.none());
                    })) {
      storage.experiments().submit(ReadSpec.from(Lab.smallSweep(LARGE_TRIALS / 2)));
      ended.await();
    }
  }

  /** Numbers that nothing packs, each exact in float32. */
  private static double[] parameters(int trial) {
    var random = new Random(trial);
    double[] theta = new double[PARAMETERS];
    for (int i = 0; i < theta.length; i++) {
      theta[i] = random.nextFloat();
    }
    return theta;
  }

  private static void tellEnd(Event event, CountDownLatch ended) {
    if (event.type() == Event.Type.EXPERIMENT_ENDED) {
      ended.countDown();
    }
  }

  /**
   * A command that ended.
   *
   * @param peak the most memory that its process held, in bytes
   */
  private record Done(double seconds, long peak, String said) {}

  private static Done run(String options, String... command) throws Exception {
    long start = System.nanoTime();
    List<String> program =
        List.of("env", "JAVA_OPTS=" + options, System.getProperty("shiftscope.launcher"));
    try (ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();
        ChildServer child = ChildServer.launch(program, command)) {
      Future<String> said = aside.submit(child::untilItEnds);
      long peak = 0;
      while (!said.isDone()) {
        peak = Math.max(peak, child.peakBytes());
        Thread.sleep(100); // nobody tells when it takes more
      }
      assertThat(child.exitCode()).describedAs(said.get()).isZero();
      return new Done((System.nanoTime() - start) / 1e9, peak, said.get());
    }
  }

  private static void tell(String what, Done done) {
    say(
        "| %s, with its start: time, peak memory | %.1f s, %.0f MB |",
        what, done.seconds(), done.peak() / 1e6);
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
