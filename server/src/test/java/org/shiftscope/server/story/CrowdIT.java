package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.server.story.EventReader.Manner;
import org.shiftscope.server.story.OpenTabs.Kind;

/**
 * {@code make load}: 64 readers of events and 20 browsers at one server for ten minutes ({@code
 * -Dload.minutes}) while trials run. Nobody sees an error, no event is lost or doubled, and its
 * memory is flat.
 */
@EnabledIfSystemProperty(named = "load", matches = ".*")
class CrowdIT {

  private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("load.minutes", 10));

  /** Until then a server that has just started fills its caches. */
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(5);

  private static final int READERS = 64;
  private static final int PEOPLE = 3;
  private static final int SAMPLES = 20;
  private static final long BETWEEN_REQUESTS_MILLIS = 250;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** A thread or a connection may hold the page that it served last until it serves another. */
  private static final int MOST_LEFT = 5;

  private static final String UI = "com.vaadin.flow.component.UI";

  /**
   * Of what is alive after a full collection, by its trend over the second half. What the record
   * itself grows by is in it: H2 keeps the pages of its file in memory as far as there is room.
   */
  private static final double MOST_BYTES_A_MINUTE = 2 << 20;

  /** What the whole process may hold, of which Java takes little more than is used: 1.5 GiB. */
  private static final long MOST_RESIDENT = 3L << 29;

  @TempDir private Path data;

  /** When the time is over, which begins once every page is open. */
  private volatile long end = Long.MAX_VALUE;

  private final List<Double> minutes = new ArrayList<>();
  private final List<LiveHeap> heaps = new ArrayList<>();
  private final List<Long> resident = new ArrayList<>();
  private final List<Double> lists = Collections.synchronizedList(new ArrayList<>());
  private final List<Double> healths = Collections.synchronizedList(new ArrayList<>());

  @Test
  void manyReadAndLookWhileTrialsRun() throws Exception {
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor();
        Over _ = () -> end = Long.MIN_VALUE;
        ChildServer server =
            ChildServer.launch("serve", "--port", "0", "--data", data.toString())) {
      Lab lab = server.serving();
      Future<String> said = together.submit(server::untilItEnds);
      var sweeps = new RunSweeps(lab, this::goesOn);
      List<EventReader> readers =
          IntStream.range(0, READERS)
              .mapToObj(
                  i ->
                      new EventReader(
                          lab.address(), Manner.values()[i % Manner.values().length], i))
              .toList();
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        all.add(together.submit(sweeps::oneAfterAnother));
      }
      for (EventReader reader : readers) {
        all.add(together.submit(work(() -> follow(sweeps, reader))));
      }
      List<String> seen =
          look(
              server,
              lab,
              sweeps,
              () -> {
                all.add(together.submit(work(() -> sample(server))));
                all.add(together.submit(work(() -> ask(lab))));
                return all;
              });
      tell(sweeps, readers);
      var wrong = new ArrayList<>(seen);
      wrong.addAll(sweeps.complaints());
      readers.forEach(reader -> wrong.addAll(reader.complaints()));
      assertThat(wrong).isEmpty();
      assertThat(server.stop(30)).describedAs("it stops in time").isTrue();
      List<String> remarks = said.get().lines().filter(CrowdIT::isRemark).toList();
      say(
          "| remarks at a page's close | %d %s |",
          remarks.size(), remarks.stream().limit(1).toList());
      assertThat(said.get().lines().filter(CrowdIT::isError)).isEmpty();
      compareWithRecord(sweeps);
      assertThat(Collections.max(resident)).describedAs("bytes resident").isLessThan(MOST_RESIDENT);
      if (TIME.compareTo(LONG_ENOUGH) >= 0) {
        assertThat(LiveHeap.trend(secondHalf(minutes), secondHalf(heaps)))
            .describedAs(
                "bytes a minute; grown by " + heaps.getLast().grownSince(heaps.get(SAMPLES / 2)))
            .isLessThan(MOST_BYTES_A_MINUTE);
      }
    }
  }

  /**
   * Of a page that goes while its connection is closed: Atmosphere says what was thrown by whom it
   * calls last, and then lets the connection go as it always does ({@code completeLifecycle}).
   */
  private static boolean isRemark(String line) {
    return line.contains("Failed to cancel resource");
  }

  private static boolean isError(String line) {
    return line.contains(" ERROR ") && !isRemark(line);
  }

  /** Ends the time where the test fails, so that nobody goes on. */
  private interface Over extends AutoCloseable {
    @Override
    void close();
  }

  /** What may fail. */
  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static Callable<Boolean> work(Work work) {
    return () -> {
      work.run();
      return true;
    };
  }

  private boolean goesOn() {
    return System.nanoTime() < end;
  }

  private void follow(RunSweeps sweeps, EventReader reader) throws InterruptedException {
    var choice = new Random(reader.hashCode());
    while (goesOn()) {
      List<Sweep> open = sweeps.all().stream().filter(sweep -> sweep.settled().isEmpty()).toList();
      if (open.isEmpty()) {
        Thread.sleep(BETWEEN_REQUESTS_MILLIS); // the next is submitted in a moment
      } else {
        reader.follow(open.get(choice.nextInt(open.size())));
      }
    }
  }

  /** Somebody who asks by REST meanwhile. */
  private void ask(Lab lab) throws InterruptedException {
    while (goesOn()) {
      lists.add(time(lab, "/api/experiments"));
      healths.add(time(lab, "/api/health"));
      Thread.sleep(BETWEEN_REQUESTS_MILLIS);
    }
  }

  private static double time(Lab lab, String path) {
    long asked = System.nanoTime();
    assertThat(lab.get(path).status()).describedAs(path).isEqualTo(200);
    return (System.nanoTime() - asked) / 1e6;
  }

  private void sample(ChildServer server) throws IOException, InterruptedException {
    long start = System.nanoTime();
    end = start + TIME.toNanos();
    for (int i = 1; i <= SAMPLES; i++) {
      Thread.sleep(
          Math.max(0, (start + TIME.toNanos() * i / SAMPLES - System.nanoTime()) / 1_000_000));
      resident.add(server.residentBytes());
      heaps.add(LiveHeap.of(server.process()));
      minutes.add((System.nanoTime() - start) / 60e9);
    }
  }

  /**
   * Those at browsers look until all others are done.
   *
   * @param begin begins the time, and gives the others
   * @return what was seen that was wrong
   */
  private static List<String> look(
      ChildServer server, Lab lab, RunSweeps sweeps, Supplier<List<Future<?>>> begin)
      throws Exception {
    try (Browser browser = Browser.open(lab.address())) {
      List<Kind> kinds = new ArrayList<>(Collections.nCopies(5, Kind.LIST));
      kinds.addAll(Collections.nCopies(6, Kind.RESULT));
      kinds.addAll(Collections.nCopies(4, Kind.TRIAL));
      kinds.addAll(Collections.nCopies(3, Kind.SYSTEM));
      kinds.addAll(Collections.nCopies(2, Kind.FORM));
      var tabs = new OpenTabs(browser, lab.address(), sweeps, kinds);
      tabs.look();
      List<Future<?>> others = begin.get();
      while (!others.stream().allMatch(Future::isDone)) {
        tabs.look();
      }
      for (Future<?> other : others) {
        other.get();
      }
      tabs.close();
      say(
          "| looks at %d pages; a page said that the server is silent | %d; %d |",
          kinds.size(), tabs.looks(), tabs.silences());
      List<String> wrong = new ArrayList<>(tabs.complaints());
      wrong.addAll(browser.complaints());
      if (tabs.opened() < kinds.size()) {
        wrong.add("only " + tabs.opened() + " pages were opened");
      }
      long left = pagesLeft(server, tabs.opened());
      if (left > MOST_LEFT) {
        wrong.add(left + " pages are still in memory");
      }
      return wrong;
    }
  }

  private void tell(RunSweeps sweeps, List<EventReader> readers) {
    var kinds = new TreeMap<String, Integer>();
    readers.forEach(each -> each.kinds().forEach((kind, n) -> kinds.merge(kind, n, Integer::sum)));
    say(
        "| time, sweeps, ended before they were changed | %d min, %d, %d |",
        TIME.toMinutes(), sweeps.all().size(), sweeps.late());
    say(
        "| streams, sweeps followed, lasting events heard | %d, %d, %d |",
        readers.stream().mapToLong(EventReader::connections).sum(),
        readers.stream().mapToInt(EventReader::followed).sum(),
        readers.stream().mapToLong(EventReader::events).sum());
    say(
        "| most pages in memory | %d |",
        heaps.stream().mapToLong(each -> each.count(UI)).max().orElseThrow());
    say("| events by kind | %s |", kinds);
    say("| list | %s |", Latencies.of(lists));
    say("| health | %s |", Latencies.of(healths));
    say(
        "| alive after a full collection: at the half, at the end, trend of the second half | %.1f"
            + " MB, %.1f MB, %+.2f MB a minute |",
        heaps.get(SAMPLES / 2).bytes() / 1e6,
        heaps.getLast().bytes() / 1e6,
        LiveHeap.trend(secondHalf(minutes), secondHalf(heaps)) / 1e6);
    say(
        "| memory of the process (RSS): at the half, at the end, the most | %.0f MB, %.0f MB, %.0f"
            + " MB |",
        resident.get(SAMPLES / 2) / 1e6, resident.getLast() / 1e6, Collections.max(resident) / 1e6);
    say("| grown most since the half | %s |", heaps.getLast().grownSince(heaps.get(SAMPLES / 2)));
  }

  private static <T> List<T> secondHalf(List<T> all) {
    return all.subList(all.size() / 2, all.size());
  }

  /** A page that is closed says so, and what it showed is gone. */
  private static long pagesLeft(ChildServer server, int opened) throws IOException {
    long closed = System.nanoTime();
    long left = LiveHeap.of(server.process()).count(UI);
    while (left > MOST_LEFT && System.nanoTime() - closed < PATIENCE_NANOS) {
      left = LiveHeap.of(server.process()).count(UI);
    }
    say(
        "| pages opened; left in memory after they were closed | %d; %d, %.0f s later |",
        opened, left, (System.nanoTime() - closed) / 1e9);
    return left;
  }

  private void compareWithRecord(RunSweeps sweeps) throws SQLException {
    Map<String, List<Long>> kept = new HashMap<>();
    try (Connection other =
            DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("shiftscope") + ";IFEXISTS=TRUE", "shiftscope", "");
        var statement = other.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT experiment, sequence FROM event ORDER BY sequence")) {
      while (row.next()) {
        kept.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(row.getLong(2));
      }
    }
    for (Sweep sweep : sweeps.all()) {
      Sweep.Settled settled = sweep.settled().orElseThrow();
      assertThat(kept.getOrDefault(sweep.id(), List.of()))
          .describedAs(sweep.id())
          .isEqualTo(settled.purged() ? List.of() : settled.events());
    }
  }

  private static void say(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
