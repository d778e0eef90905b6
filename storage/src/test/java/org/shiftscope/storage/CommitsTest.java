package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * {@code make load}: how many changes a database takes in a second, each in a process of its own:
 * H2 as it is used, with its assertions on; H2 without them; PostgreSQL, whose commits wait for the
 * disk as H2's do.
 */
@EnabledIfSystemProperty(named = "load", matches = "|true")
final class CommitsTest {

  private static final int ROUNDS = 3;
  private static final int SUBMITS = 200;
  private static final int TRIALS = 500;

  @TempDir Path folder;

  /** Changes a second. */
  private record Rates(double submits, double trials) {
    Rates best(Rates other) {
      return new Rates(Math.max(submits, other.submits), Math.max(trials, other.trials));
    }
  }

  @Test
  @Timeout(600)
  void changesASecondOfEachDatabase() throws InterruptedException {
    try (var postgres = PostgresServer.startForcing()) {
      var h2 = new Rates(0, 0);
      var without = new Rates(0, 0);
      var other = new Rates(0, 0);
      for (int round = 0; round < ROUNDS; round++) { // by turns, since others may use the machine
        h2 = h2.best(measure("on", round, List.of()));
        without = without.best(measure("off", round, List.of()));
        DatabaseAddress address = postgres.fresh();
        other =
            other.best(measure("on", round, List.of(address.url(), address.user().orElseThrow())));
      }
      say("H2", h2);
      say("H2 without its assertions", without);
      say("PostgreSQL", other);
      assertThat(h2.trials()).isGreaterThan(without.trials() / 2);
      assertThat(h2.submits()).isGreaterThan(without.submits() / 2);
    }
  }

  private static void say(String database, Rates rates) {
    System.out.printf(
        Locale.ROOT, "| %s | %.0f | %.0f |%n", database, rates.submits(), rates.trials());
  }

  private Rates measure(String assertions, int round, List<String> database)
      throws InterruptedException {
    Path home = folder.resolve(assertions + round + database.size());
    try (var child =
        database.isEmpty()
            ? ChildJvm.start(Changes.class, assertions, home)
            : ChildJvm.start(
                Changes.class, assertions, home, database.getFirst(), database.getLast())) {
      assertThat(said(child, "assertions ")).isEqualTo(assertions);
      return new Rates(
          Double.parseDouble(said(child, "submits ")), Double.parseDouble(said(child, "trials ")));
    }
  }

  /** What follows a word, among the lines of its log. */
  private static String said(ChildJvm child, String word) {
    String line = child.line();
    while (!line.startsWith(word)) {
      assertThat(line).describedAs("the next line").isNotEmpty();
      line = child.line();
    }
    return line.substring(word.length());
  }

  /** Submits experiments of one trial, then runs many trials that do nothing. */
  static final class Changes {

    private Changes() {}

    /**
     * @param arguments whether H2's assertions are on, the data folder, and where it is not H2 the
     *     database's address and its role
     */
    public static void main(String[] arguments) throws InterruptedException {
      Path home = Path.of(arguments[1]);
      Optional<DatabaseAddress> database =
          arguments.length == 2
              ? Optional.empty()
              : Optional.of(
                  new DatabaseAddress(arguments[2], Optional.of(arguments[3]), Optional.empty()));
      var asUsed = new H2Folder(home); // switches them on
      if (arguments[0].equals("off")) {
        Objects.requireNonNull(asUsed.getClass().getClassLoader())
            .setPackageAssertionStatus("org.h2.mvstore", false);
      }
      System.out.println("assertions " + (MVStore.class.desiredAssertionStatus() ? "on" : "off"));
      try (Storage storage = Storage.open(new RecordPlace(home, database), StorageStory.clock())) {
        storage.experiments().submit(Samples.spec("warm", SUBMITS));
        long start = System.nanoTime();
        for (int i = 0; i < SUBMITS; i++) {
          storage.experiments().submit(Samples.spec("number " + i, 1));
        }
        System.out.println("submits " + SUBMITS / seconds(start));
        var left = new CountDownLatch(SUBMITS + 2);
        start = System.nanoTime();
        try (var news = storage.experiments().subscribe(event -> countEnd(event, left))) {
          storage.experiments().submit(Samples.spec("many", TRIALS));
          storage.queue().start(new Lane("cpu", 2), StorageStory::quick);
          left.await();
        }
        System.out.println("trials " + (TRIALS + 2 * SUBMITS) / seconds(start));
      }
    }

    private static void countEnd(Event event, CountDownLatch left) {
      if (event.type() == Event.Type.EXPERIMENT_ENDED) {
        left.countDown();
      }
    }

    private static double seconds(long start) {
      return (System.nanoTime() - start) / 1e9;
    }
  }
}
