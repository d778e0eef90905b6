package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.compute.kind.AnswerInTurn.TookTooLong;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.node.ObjectNode;

@Timeout(60)
class AnswerInTurnTest {

  @Test
  void theLargestLegalTheoryIsStoppedAtTheLimitAndTheNextOneIsTold() {
    var turns = new AnswerInTurn("theory", Duration.ofMillis(300));
    ExperimentSpec largest = weakError(140, 2, 8);
    TellTheory.of(weakError(4, 1, 4), OptionalDouble.empty()); // so that its classes are loaded

    assertThatThrownBy(
            () -> turns.answer(Duration.ZERO, () -> TellTheory.of(largest, OptionalDouble.empty())))
        .isInstanceOf(NoAnswer.class)
        .hasMessageStartingWith("It was stopped: the answer took longer than ");

    assertThat(turns.answer(Duration.ofSeconds(10), () -> 3)).isEqualTo(3);
  }

  @Test
  void whoHasNoPatienceIsToldToAskAgain() throws Exception {
    var turns = new AnswerInTurn("theory", Duration.ofMinutes(1));
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                turns.answer(
                    Duration.ZERO,
                    () -> {
                      begun.countDown();
                      await(end);
                      return 1;
                    }));
    begun.await();
    assertThatThrownBy(() -> turns.answer(Duration.ofMillis(10), () -> 2))
        .isInstanceOf(NoAnswer.class)
        .hasMessage("The server answers others first. Ask again in a few seconds.");
    end.countDown();
    assertThat(first.get()).isEqualTo(1);
    assertThat(turns.answer(Duration.ofSeconds(10), () -> 3)).isEqualTo(3);
  }

  @Test
  void whoIsInterruptedLeavesTheTurnToTheNext() throws Exception {
    var turns = new AnswerInTurn("theory", Duration.ofMinutes(1));
    for (int i = 0; i < 200; i++) {
      Thread asker = Thread.ofPlatform().start(() -> askUntilInterrupted(turns));
      asker.interrupt();
      asker.join();
      assertThat(turns.answer(Duration.ofSeconds(10), () -> 3)).isEqualTo(3);
    }
  }

  @Test
  void whatHearsNoInterruptKeepsOthersWaitingForAWhileAndNotForEver() {
    var turns = new AnswerInTurn("theory", Duration.ofMillis(200));
    var end = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> turns.answer(Duration.ofSeconds(10), () -> awaitDeafly(end)))
          .isInstanceOf(TookTooLong.class);
      assertThat(turns.answer(Duration.ofSeconds(10), () -> 3)).isEqualTo(3);
    }
    assertThatThrownBy(() -> turns.answer(Duration.ofSeconds(10), () -> awaitDeafly(end)))
        .isInstanceOf(TookTooLong.class);
    assertThatThrownBy(() -> turns.answer(Duration.ofSeconds(1), () -> 3))
        .describedAs("after two that were left behind")
        .isInstanceOf(NoAnswer.class)
        .hasMessageStartingWith("The server answers others first.");

    end.countDown();
    assertThat(turns.answer(Duration.ofSeconds(10), () -> 3)).isEqualTo(3);
  }

  private static int awaitDeafly(CountDownLatch end) {
    while (end.getCount() > 0) {
      LockSupport.parkNanos(1_000_000);
    }
    return 0;
  }

  private static void askUntilInterrupted(AnswerInTurn turns) {
    try {
      turns.answer(Duration.ofSeconds(10), AnswerInTurnTest::sleep);
    } catch (NoAnswer told) {
      assertThat(told).hasMessageStartingWith("It was stopped");
    }
  }

  private static int sleep() {
    try {
      Thread.sleep(60_000); // until it is interrupted
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ExperimentSpec weakError(int samples, int batchSize, int halvings) {
    ObjectNode json =
        Presets.all().stream()
            .map(preset -> WriteSpec.toJson(preset.spec()).asObject())
            .filter(spec -> spec.has("weakError"))
            .findFirst()
            .orElseThrow();
    json.at("/weakError")
        .asObject()
        .put("model", "logistic-regression")
        .put("samples", samples)
        .put("batchSize", batchSize)
        .put("steps", 100)
        .put("halvings", halvings);
    return ReadSpec.from(json);
  }
}
