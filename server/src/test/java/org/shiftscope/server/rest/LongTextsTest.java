package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;

/** What long answers take of the memory. */
@Timeout(30)
final class LongTextsTest {

  private static final Duration PATIENT = Duration.ofSeconds(20);

  @Test
  void fewAreMadeAtTheSameTime() throws Exception {
    var texts = new LongTexts(2, 1 << 20, PATIENT);
    var making = new AtomicInteger();
    var most = new AtomicInteger();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(
            readers.submit(
                () ->
                    texts.pass(
                        () -> {
                          most.accumulateAndGet(making.incrementAndGet(), Math::max);
                          pause();
                          making.decrementAndGet();
                          return List.of("text");
                        },
                        text -> {})));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(most).hasValue(2);
  }

  @Test
  void whoseTextHasNoRoomWaitsForReadersAndIsToldWhereTheyAreTooSlow() throws Exception {
    var texts = new LongTexts(2, 4 << 10, Duration.ofMillis(200));
    String large = "a".repeat(3 << 10);
    var begun = new CountDownLatch(1);
    var goesOn = new CountDownLatch(1);
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> slow =
          readers.submit(
              () ->
                  texts.pass(
                      () -> List.of(large),
                      text -> {
                        begun.countDown();
                        await(goesOn);
                      }));
      begun.await();
      var given = new ArrayList<String>();
      assertThatThrownBy(() -> texts.pass(() -> List.of(large), given::add))
          .isInstanceOf(NoAnswer.class)
          .hasMessageContaining("fewer trials at once by limit");
      assertThat(given).isEmpty();
      goesOn.countDown();
      slow.get();
      texts.pass(() -> List.of(large), given::add);
      assertThat(given).containsExactly(large);
    }
  }

  @Test
  void oneThatIsLargerThanAllTheRoomPassesAlone() {
    var texts = new LongTexts(1, 1 << 10, PATIENT);
    var given = new ArrayList<String>();
    texts.pass(() -> List.of("a".repeat(1 << 20)), given::add);
    texts.pass(() -> List.of("b"), given::add);
    assertThat(given).hasSize(2);
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
