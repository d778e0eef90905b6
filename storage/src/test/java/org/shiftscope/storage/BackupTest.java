package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.backup.BackupRefused;

/** A record goes into a file and comes back, row for row. */
final class BackupTest extends BackupStory {

  @Test
  void aRecordComesBackRowForRow() throws Exception {
    Backup backup = backup();
    Map<String, List<String>> before = rows(data);

    RestoreBackup.into(backup.file(), RecordPlace.in(restored));

    Map<String, List<String>> after = rows(restored);
    // The entry of the audit log that tells of the backup came after it.
    assertThat(after).containsKeys("EXPERIMENT", "CURVE", "ACCOUNT", "SHARED_VIEW_PART");
    assertThat(after).isEqualTo(before);
    assertThat(after.get("RESULT")).hasSizeGreaterThan(20);
    assertThat(VerifyRecord.in(RecordPlace.in(restored)).wrong()).isEmpty();
    assertThat(VerifyRecord.ofBackup(backup.file(), folder).results())
        .isEqualTo(backup.manifest().rows("result"));
  }

  @Test
  void aRestoredRecordKnowsItsWorkersButNoneIsAtWorkAndNobodyIsTold() throws Exception {
    tellAndWork(data);
    Path file = backup().file();
    List<String> trials = table(data, "TRIAL");

    RestoreBackup.into(file, RecordPlace.in(restored));

    assertThat(table(restored, "TRIAL")).isEqualTo(trials);
    assertThat(table(restored, "WORKER"))
        .singleElement()
        .asString()
        .contains("box-7")
        .containsPattern("ended=\\d{4}-");
    assertThat(table(restored, "WORKER_LANE")).singleElement().asString().contains("gpu0");
    assertThat(table(restored, "RECIPIENT")).singleElement().asString().contains("enabled=false");
    assertThat(table(restored, "DELIVERY")).singleElement().asString().contains("next_try=null");
  }

  @Test
  void aRestoredRecordCountsOnAndRunsWhatWaited() throws Exception {
    Path file = backup().file();
    RestoreBackup.into(file, RecordPlace.in(restored));
    try (Storage storage = open(restored);
        var heard = new Heard(storage.experiments())) {
      List<Experiment> waiting =
          storage.experiments().list(Search.ALL, Optional.empty(), 100).stream()
              .filter(each -> each.state() == ExperimentState.QUEUED)
              .map(each -> storage.experiments().find(each.id()).orElseThrow())
              .toList();
      Experiment fresh = storage.experiments().submit(Samples.spec("After it", 1));
      storage.queue().start(new Lane("cpu", 1), (spec, trial, watch) -> Samples.result(trial));
      heard.awaitEnd(fresh);
      assertThat(waiting).isNotEmpty();
      waiting.forEach(heard::awaitEnd);
    }
    assertThat(VerifyRecord.in(RecordPlace.in(restored)).wrong()).isEmpty();
  }

  @Test
  void itIsOfOneMomentWhileTrialsRun() throws Exception {
    Backup backup;
    try (Storage storage = open(data);
        var heard = new Heard(storage.experiments())) {
      Experiment running = storage.experiments().submit(Samples.spec("Runs meanwhile", 150));
      var half = new CountDownLatch(1);
      storage
          .queue()
          .start(
              new Lane("cpu", 2),
              (spec, trial, watch) -> {
                if (trial == 10) {
                  half.countDown();
                }
                return Samples.result(trial);
              });
      StorageStory.await(half);
      backup = backups(storage).make();
      heard.awaitEnd(running);
    }
    assertThat(backup.manifest().rows("result")).isBetween(50L, 200L);
    // Were a table of another moment than others, references or tallies would not hold.
    assertThat(VerifyRecord.ofBackup(backup.file(), folder).wrong()).isEmpty();
  }

  @Test
  void aFolderWithARecordIsRefusedAndStaysAsItIs() throws Exception {
    Path file = backup().file();
    byte[] before = Files.readAllBytes(data.resolve("shiftscope.mv.db"));
    assertThatThrownBy(() -> RestoreBackup.into(file, RecordPlace.in(data)))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("There is a record in")
        .hasMessageContaining("choose another folder");
    assertThat(Files.readAllBytes(data.resolve("shiftscope.mv.db"))).isEqualTo(before);
  }

  @Test
  void aBackupThatIsCutOrChangedIsRefusedAndLeavesNothing() throws Exception {
    Path file = backup().file();
    Path cut = folder.resolve("cut.zip");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(cut, Arrays.copyOf(bytes, bytes.length - 1_000));
    assertThatThrownBy(() -> RestoreBackup.into(cut, RecordPlace.in(restored)))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("cut.zip cannot be used: it is no zip, or not whole");
    try (var flipped = new RandomAccessFile(file.toFile(), "rw")) {
      flipped.seek(bytes.length / 2);
      int old = flipped.read();
      flipped.seek(bytes.length / 2);
      flipped.write(old ^ 1);
    }
    assertThatThrownBy(() -> RestoreBackup.into(file, RecordPlace.in(restored)))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("its table");
    assertThat(restored.resolve("shiftscope.mv.db")).doesNotExist();
    assertThat(restored.resolve("shiftscope-migrating.mv.db")).doesNotExist();
  }

  @Test
  void theOldestOfThoseMadeByNightGoAndOthersStay() {
    try (Storage storage = open(data)) {
      Backup byHand = backups(storage).make();
      for (int night = 0; night < 4; night++) {
        backups(storage).makeNightly(2);
      }
      List<Backup> all = backups(storage).all();
      assertThat(all).hasSize(3).contains(byHand);
      assertThat(all.getLast()).isEqualTo(byHand);
      assertThat(backups(storage).last()).contains(all.getFirst());
      assertThat(backups(storage).find("../data/shiftscope.mv.db")).isEmpty();
    }
  }

  @Test
  void onlyAnAdministratorMayMakeOrSeeThem() {
    var vera = new Asker("vera", Role.RESEARCHER, "session:x", "");
    try (Storage storage = open(data)) {
      assertThatThrownBy(() -> vera.ask(() -> backups(storage).make()))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> vera.ask(() -> backups(storage).all()))
          .isInstanceOf(NotAllowed.class);
    }
    assertThat(backups).doesNotExist();
  }
}
