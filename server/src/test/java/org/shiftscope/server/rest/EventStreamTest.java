package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Storage;

/** Streams of the real storage, without a worker: only the tests change anything. */
@Timeout(30)
class EventStreamTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private Storage storage;
  private Experiments experiments;
  private ExperimentId id;

  @BeforeEach
  void open() {
    storage = Storage.open(folder, Clock.systemUTC());
    experiments = storage.experiments();
    id = experiments.submit(Presets.all().getFirst().spec()).id();
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void aChangeBetweenTheSubscriptionAndTheReadingOfThePastIsToldOnce() {
    String told = streamWith(() -> experiments.cancel(id), () -> {});

    assertThat(names(told)).isEqualTo(kept());
  }

  @Test
  void aChangeBetweenTheReadingOfThePastAndTheFirstWaitIsNotLost() {
    String told = streamWith(() -> {}, () -> experiments.cancel(id));

    assertThat(names(told)).isEqualTo(kept());
  }

  @Test
  void anExperimentThatWasRetriedHasNotEnded() {
    experiments.cancel(id);
    experiments.retry(id);

    String told = streamWith(() -> {}, () -> experiments.cancel(id));

    assertThat(names(told)).isEqualTo(kept());
    assertThat(told).containsOnlyOnce("event: experiment-retried");
  }

  @Test
  void aReaderThatWentAwayEndsItsStreamAtTheNextHeartbeat() {
    var gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("not by single bytes");
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            if (new String(bytes, offset, length, StandardCharsets.UTF_8).startsWith(":")) {
              throw new IOException("Broken pipe");
            }
          }
        };

    // It returns: else the test's timeout tells.
    new EventStream(
            experiments,
            id,
            new WriteEvents(gone, new LatestProgress(experiments)),
            new EventStream.Reader(Duration.ofMillis(1), () -> true))
        .run(0, false);
  }

  @Test
  void aReaderThatComesFromAnotherLifeOfTheRecordIsToldAll() {
    experiments.cancel(id);
    var out = new ByteArrayOutputStream();

    stream(experiments, out, 1_000_000);

    assertThat(names(out.toString(StandardCharsets.UTF_8))).isEqualTo(kept());
  }

  @Test
  void howFarAnExperimentIsIsReadOnceForAllItsReaders() {
    var asked = new AtomicInteger();
    var latest =
        new LatestProgress(
            around(
                method -> {
                  if (method.getName().equals("summary")) {
                    asked.incrementAndGet();
                  }
                }));

    for (int reader = 0; reader < 1_000; reader++) {
      assertThat(latest.of(id).orElseThrow().ended()).isZero();
    }

    assertThat(asked.get()).isLessThan(20); // once each 250 ms, also on a busy machine
    assertThat(latest.of(new ExperimentId("000000000000"))).isEmpty();
  }

  private Experiments around(Consumer<Method> hears) {
    return (Experiments)
        Proxy.newProxyInstance(
            Experiments.class.getClassLoader(),
            new Class<?>[] {Experiments.class},
            (proxy, method, arguments) -> {
              hears.accept(method);
              return call(method, arguments);
            });
  }

  private void stream(Experiments watched, OutputStream out, long after) {
    new EventStream(
            watched,
            id,
            new WriteEvents(out, new LatestProgress(experiments)),
            new EventStream.Reader(LONG, () -> true))
        .run(after, true);
  }

  /** Streams until the end, with something happening before and after the past is read. */
  private String streamWith(Runnable before, Runnable after) {
    var out = new ByteArrayOutputStream();
    Experiments watched = aroundEvents(before, after);
    stream(watched, out, 0);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The real front door, with something happening around its reading of past events. */
  private Experiments aroundEvents(Runnable before, Runnable after) {
    return (Experiments)
        Proxy.newProxyInstance(
            Experiments.class.getClassLoader(),
            new Class<?>[] {Experiments.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("events")) {
                return call(method, arguments);
              }
              before.run();
              Object events = call(method, arguments);
              after.run();
              return events;
            });
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(experiments, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private List<String> kept() {
    return experiments.events(id, 0).stream().map(Event::type).map(Event.Type::id).toList();
  }

  private static List<String> names(String told) {
    return told.lines()
        .filter(line -> line.startsWith("event: "))
        .map(line -> line.substring(7))
        .toList();
  }
}
