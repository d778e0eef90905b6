package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A request with an idempotency key makes one experiment, however often it is sent. */
abstract class KeysContract extends StorageStory {

  private static final String BODY = "0123456789abcdef".repeat(4);
  private static final IdempotencyKey KEY = new IdempotencyKey("a key", BODY);

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Duration later = Duration.ZERO;

  abstract TriedDatabase database();

  @Override
  Storage open(Path home) {
    return Storage.open(database().in(home), Clocks.of(new ToldClock(() -> START.plus(later))));
  }

  @Test
  void sentAgainItAnswersWithTheSameExperimentAlsoAfterARestart() {
    Experiment first = submit(KEY);

    assertThat(submit(KEY).id()).isEqualTo(first.id());
    reopen();
    assertThat(submit(KEY).id()).isEqualTo(first.id());
    assertThat(experiments.submitted(KEY)).map(Experiment::id).contains(first.id());
    assertThat(all()).hasSize(1);
  }

  @Test
  void withAnotherBodyItIsRefusedAndKeepsNothing() {
    Experiment first = submit(KEY);
    var other = new IdempotencyKey(KEY.name(), "f".repeat(64));

    assertThatThrownBy(() -> submit(other))
        .isInstanceOf(IdempotencyKeyReused.class)
        .hasMessage(
            "The key a key belongs to another request: with another body it made experiment "
                + first.id()
                + ". Send a new request with a new key.");
    assertThatThrownBy(() -> experiments.submitted(other)).isInstanceOf(IdempotencyKeyReused.class);
    assertThat(all()).hasSize(1);
  }

  @Test
  void manyAtOnceMakeOneExperiment() throws Exception {
    Callable<Experiment> one = () -> submit(KEY);
    try (var many = Executors.newFixedThreadPool(8)) {
      var made = many.invokeAll(Stream.generate(() -> one).limit(32).toList());

      ExperimentId only = made.getFirst().get().id();
      for (var each : made) {
        assertThat(each.get().id()).isEqualTo(only);
      }
    }
    assertThat(all()).hasSize(1);
  }

  @Test
  void afterADayItIsForgottenAndIsANewRequest() {
    Experiment first = submit(KEY);

    later = IdempotencyKey.KEPT;
    assertThat(submit(KEY).id()).isEqualTo(first.id());
    later = IdempotencyKey.KEPT.plusSeconds(1);
    assertThat(experiments.submitted(KEY)).isEmpty();
    assertThat(submit(KEY).id()).isNotEqualTo(first.id());
    assertThat(all()).hasSize(2);
  }

  @Test
  void whatWasPurgedIsMadeAnew() {
    Experiment first = submit(KEY);
    experiments.cancel(first.id());
    experiments.delete(first.id());

    assertThat(submit(KEY).id()).isEqualTo(first.id());
    assertThat(experiments.purge(first.id())).isTrue();
    assertThat(experiments.submitted(KEY)).isEmpty();
    assertThat(submit(KEY).id()).isNotEqualTo(first.id());
  }

  private Experiment submit(IdempotencyKey key) {
    return experiments.submit(Samples.spec("keyed", 2), Optional.empty(), Queueing.USUAL, key);
  }

  private List<ExperimentSummary> all() {
    return experiments.list(Search.ALL, Optional.empty(), 10);
  }
}
