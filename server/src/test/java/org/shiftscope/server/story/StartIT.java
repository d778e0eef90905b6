package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code make load}: how long the launcher takes to serve an empty record, without and with what
 * {@code bin/record-start} recorded.
 */
@EnabledIfSystemProperty(named = "load", matches = ".*")
class StartIT {

  private static final int ROUNDS = 3;

  @TempDir private Path data;

  /** The distribution under a second name, which may be changed. */
  private final Path distribution = Path.of("target", "load-start").toAbsolutePath();

  private int starts;

  @BeforeEach
  void link() throws IOException {
    unlink();
    Path home = Path.of(System.getProperty("shiftscope.launcher")).resolve("../..").normalize();
    Files.walkFileTree(
        home,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(distribution.resolve(home.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.createLink(distribution.resolve(home.relativize(file)), file);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @AfterEach
  void unlink() throws IOException {
    if (Files.exists(distribution)) {
      try (Stream<Path> all = Files.walk(distribution)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /**
   * A start.
   *
   * @param wall from the command to the line that says that it serves
   * @param processor what it took of the processors until then
   */
  private record Start(Duration wall, Duration processor) {}

  @Test
  void whatWasRecordedSparesTheProcessor() throws Exception {
    List<Start> plain = starts();
    try (var recorded = ChildServer.launch(distribution.resolve("bin").resolve("record-start"))) {
      recorded.untilItEnds();
      assertThat(recorded.exitCode()).isZero();
    }
    List<Start> quick = starts();
    say("without", plain);
    say("with", quick);
    assertThat(median(quick.stream().map(Start::processor)))
        .isLessThan(median(plain.stream().map(Start::processor)));
  }

  private List<Start> starts() throws IOException, InterruptedException {
    List<Start> starts = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      starts.add(start());
    }
    return starts;
  }

  private Start start() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    try (var server =
        ChildServer.launch(
            distribution.resolve("bin").resolve("shiftscope"),
            "serve",
            "--port",
            "0",
            "--data",
            data.resolve("start" + starts++).toString())) {
      server.serving();
      var start = new Start(Duration.ofNanos(System.nanoTime() - begin), server.processorTime());
      server.stop(30);
      return start;
    }
  }

  private static Duration median(Stream<Duration> all) {
    List<Duration> sorted = new ArrayList<>(all.toList());
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  private static void say(String how, List<Start> starts) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "| start %s the recorded cache: wall, processor | %.1f s, %.1f s |",
            how,
            median(starts.stream().map(Start::wall)).toMillis() / 1e3,
            median(starts.stream().map(Start::processor)).toMillis() / 1e3));
  }
}
