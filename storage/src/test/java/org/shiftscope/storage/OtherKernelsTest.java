package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.RunTrial;
import org.shiftscope.compute.kind.SmallExperiments;
import org.shiftscope.compute.kind.SmallExperiments.Size;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.stage.OnOtherKernels;
import org.shiftscope.compute.stage.TrialCheckpoints;
import org.shiftscope.compute.stage.TrialWatch;
import org.shiftscope.storage.TrialQueue.Lane;
import org.slf4j.LoggerFactory;

/**
 * A data folder that moves from a machine with other kernels: the trial that ran there was kept in
 * a real checkpoint, in whose origin those kernels stand.
 */
@Timeout(120)
final class OtherKernelsTest {

  private static final ExperimentSpec SPEC = SmallExperiments.ofEveryKind(Size.SECONDS).getFirst();
  private static final String HERE = "OpenBLAS SkylakeX, vectors of 512 bits";
  private static final String THERE = "OpenBLAS Haswell, vectors of 256 bits";

  @TempDir Path folder;

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<Double> told = new CopyOnWriteArrayList<>();

  @BeforeEach
  void listen() {
    logger().setLevel(Level.INFO);
    log.start();
    logger().addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    logger().detachAppender(log);
    logger().setLevel(null);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("org.shiftscope.compute.stage");
  }

  @Test
  void aTrialThatBeganOnOtherKernelsStartsAnewAndSaysSoAndHasTheBitsOfOneUndisturbed()
      throws Exception {
    ExperimentId id = stopWithin(THERE);
    TrialResult result = finish(id, on(HERE));
    assertThat(told.getFirst()).isZero();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .filteredOn(said -> said.contains("its trial starts from the beginning"))
        .singleElement()
        .asString()
        .contains(THERE, HERE);
    assertThat(result).isEqualTo(on(HERE).run(SPEC, 0, TrialWatch.none()));
    assertThat(result.execution().kernels()).contains(HERE);
  }

  @Test
  void onTheSameKernelsItGoesOn() throws Exception {
    ExperimentId id = stopWithin(HERE);
    TrialResult result = finish(id, on(HERE));
    assertThat(told.getFirst()).isPositive();
    assertThat(result).isEqualTo(on(HERE).run(SPEC, 0, TrialWatch.none()));
  }

  @Test
  void whereItIsToldToItGoesOnAndItsResultNamesBoth() throws Exception {
    ExperimentId id = stopWithin(THERE);
    TrialResult result = finish(id, on(HERE).resuming(OnOtherKernels.GO_ON));
    assertThat(told.getFirst()).isPositive();
    assertThat(result.execution().kernels()).contains(THERE + ", then " + HERE);
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(
            said -> said.contains("its last bits are those of neither") && said.contains(THERE));
  }

  /** Stops the server once the trial has a checkpoint on disk. */
  private ExperimentId stopWithin(String kernels) throws Exception {
    var kept = new CountDownLatch(1);
    ExperimentId id;
    try (Storage storage = open()) {
      id = storage.experiments().submit(SPEC).id();
      storage
          .queue()
          .start(
              new Lane("cpu", 1),
              (spec, trial, watch) -> on(kernels).run(spec, trial, new Watched(watch, told, kept)));
      kept.await();
    }
    assertThat(told.getLast()).isStrictlyBetween(0.0, 1.0);
    told.clear();
    log.list.clear();
    try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
      assertThat(files).hasSize(1);
    }
    return id;
  }

  private TrialResult finish(ExperimentId id, RunTrial here) {
    try (Storage storage = open();
        var heard = new Heard(storage.experiments())) {
      storage
          .queue()
          .start(
              new Lane("cpu", 1),
              (spec, trial, watch) ->
                  here.run(spec, trial, new Watched(watch, told, new CountDownLatch(1))));
      heard.awaitEnd(storage.experiments().find(id).orElseThrow());
      return storage.experiments().trials(id).getFirst().result().orElseThrow();
    }
  }

  private RunTrial on(String kernels) {
    return run.as(
        new Execution("cpu", 1, "test", Optional.of(kernels), Optional.empty(), Optional.empty()));
  }

  /** Its clock runs a hundredfold, so that checkpoints come early. */
  private Storage open() {
    return Storage.open(folder, new Clocks(Clock.systemUTC(), () -> 100 * System.nanoTime()));
  }

  /** Notes the progress, and when a checkpoint is on disk. */
  private record Watched(TrialWatch watch, List<Double> told, CountDownLatch kept)
      implements TrialWatch, TrialCheckpoints {

    @Override
    public void progress(String phase, double fraction) {
      told.add(fraction);
      watch.progress(phase, fraction);
    }

    @Override
    public boolean cancelled() {
      return watch.cancelled();
    }

    @Override
    public TrialCheckpoints checkpoints() {
      return this;
    }

    @Override
    public Optional<InputStream> newest() {
      return watch.checkpoints().newest();
    }

    @Override
    public boolean due() {
      return watch.checkpoints().due();
    }

    @Override
    public void keep(Content content) {
      watch.checkpoints().keep(content);
      kept.countDown();
    }
  }
}
