package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.storage.TrialQueue.Lane;

/** A database that lost something says so before anything is made of what is left. */
@Timeout(120)
final class DamageTest {

  private static final int EXPERIMENTS = 5;
  private static final int TRIALS = 40;

  @TempDir Path folder;

  private final List<ExperimentId> ids = new ArrayList<>();

  private Path file() {
    return folder.resolve("shiftscope.mv.db");
  }

  @BeforeEach
  void fill() {
    try (Storage storage = Storage.open(folder, Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      storage.queue().start(new Lane("cpu", 2), (spec, trial, watch) -> Samples.result(trial));
      for (int i = 0; i < EXPERIMENTS; i++) {
        Experiment experiment = storage.experiments().submit(Samples.spec("e" + i, TRIALS));
        ids.add(experiment.id());
        heard.awaitEnd(experiment);
      }
    }
  }

  private void refused() {
    assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .satisfies(
            refused ->
                assertThat(refused.getMessage()).containsAnyOf("is damaged", "cannot be opened"));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 8_192, 12_288, 696_320})
  void cutShort(long size) throws IOException {
    assertThat(Files.size(file())).isGreaterThan(696_320);
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
    refused();
  }

  @Test
  void gone() throws IOException {
    Files.delete(file());
    refused();
    assertThat(file()).doesNotExist();
    try (Storage storage = Storage.openDamaged(RecordPlace.in(folder), Clock.systemUTC())) {
      assertThat(storage.experiments().list(Search.ALL, Optional.empty(), 1_000)).isEmpty();
    }
    Storage.open(folder, Clock.systemUTC()).close(); // accepted once and for all
  }

  @Test
  void anOlderStateOfItself() throws IOException {
    Path old = folder.resolve("old");
    Files.copy(file(), old);
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      storage.experiments().submit(Samples.spec("later", 1));
    }
    Files.copy(old, file(), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
        .hasMessageContaining("5 of 6 experiments are there")
        .hasMessageContaining("Put a backup back, if you have one; then, or to go on");

    Path backup = Files.writeString(folder.resolve("shiftscope-2026-01-01.zip"), "");
    assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
        .hasMessageContaining("Put the last backup back (" + backup + ")");
  }

  /** H2 keeps older states of a row, too: all of them are hit, and so the one that counts. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFlippedBitOrAZeroedPageInAResult(boolean bit) throws IOException {
    byte[] sentence = "at seed 7.".getBytes(StandardCharsets.UTF_8);
    byte[] whole = Files.readAllBytes(file());
    for (int place = 0; place + sentence.length <= whole.length; place++) {
      if (Arrays.equals(whole, place, place + sentence.length, sentence, 0, sentence.length)) {
        damage(place + 8, bit);
      }
    }
    refused();
  }

  /**
   * Most of it hits what is free or older; whatever it hits, no result is told that was not stored.
   */
  @Test
  void aFlippedBitOrAZeroedPageAnywhereMakesNoResultAnother() throws IOException {
    byte[] whole = Files.readAllBytes(file());
    Path record = folder.resolve("shiftscope.holdings");
    byte[] holdings = Files.readAllBytes(record);
    var random = new Random(5);
    for (int i = 0; i < 24; i++) {
      Files.write(file(), whole);
      Files.write(record, holdings);
      damage(random.nextInt(whole.length), i % 2 == 0);
      try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
        for (ExperimentId id : ids) {
          List<Trial> trials = storage.experiments().trials(id);
          assertThat(trials).hasSize(TRIALS);
          trials.forEach(
              trial -> assertThat(trial.result()).contains(Samples.result(trial.number())));
        }
      } catch (StorageUnavailable refused) {
        assertThat(refused).hasMessageContaining("database");
      }
    }
  }

  private void damage(int place, boolean bit) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file(), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (bit) {
        ByteBuffer one = ByteBuffer.allocate(1);
        channel.read(one, place);
        channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 4)}), place);
      } else {
        channel.write(ByteBuffer.allocate(4_096), place / 4_096 * 4_096L);
      }
    }
  }

  @Test
  void aStateThatIsNoneIsToldWhereItIsRead() throws Exception {
    execute("UPDATE trial SET state = 'finiwhed' WHERE number = 3");
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      assertThatThrownBy(() -> storage.experiments().trials(ids.getFirst()))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("never wrote (finiwhed): it is damaged");
    }
  }

  @Test
  void aChangedResultIsToldAndAcceptedAndItsTrialCanBeRetried() throws Exception {
    execute("UPDATE curve SET numbers = X'00' WHERE number = 3 AND path = 'line.alpha'");
    assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining(
            "the result of trial 3 of experiment " + ids.getFirst() + " is not what was stored");

    try (Storage storage = Storage.openDamaged(RecordPlace.in(folder), Clock.systemUTC());
        var heard = new Heard(storage.experiments())) {
      ExperimentId id = ids.getFirst();
      assertThat(storage.experiments().find(id).orElseThrow().state())
          .isEqualTo(ExperimentState.FAILED);
      Trial lost = storage.experiments().trials(id).get(3);
      assertThat(lost.failure().orElseThrow()).contains("Retry measures it again.");
      assertThat(folder.resolve("shiftscope-damaged.mv.db")).exists();

      storage.queue().start(new Lane("cpu", 1), (spec, trial, watch) -> Samples.result(trial));
      assertThat(storage.experiments().retry(id)).isTrue();
      heard.await(event -> event.type() == Event.Type.EXPERIMENT_ENDED);
      assertThat(storage.experiments().trials(id).get(3).result()).contains(Samples.result(3));
    }
    Storage.open(folder, Clock.systemUTC()).close();
  }

  @Test
  void aFileThatIsDeletedWhileServingIsNoticedAndNothingIsWrittenAnyMore() throws IOException {
    try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
      Path away = Files.move(file(), folder.resolve("away"));
      assertThatThrownBy(() -> storage.experiments().submit(Samples.spec("lost", 1)))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessageContaining("was deleted or replaced while the server was running");
      assertThatThrownBy(storage::checkWritable)
          .isInstanceOfSatisfying(
              StorageUnavailable.class, told -> assertThat(told.restartHelps()).isFalse());
      assertThat(storage.experiments().list(Search.ALL, Optional.empty(), 1_000))
          .hasSize(EXPERIMENTS);

      Files.move(away, file());
      storage.experiments().submit(Samples.spec("kept", 1));
    }
  }

  private void execute(String sql) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("shiftscope");
    try (var connection = DriverManager.getConnection(url, "shiftscope", "");
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isPositive();
    }
  }
}
