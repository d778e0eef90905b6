package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.backup.BackupCancelled;

/** A server looks at its own backups while it is at work. */
@Timeout(60)
final class VerifyBackupTest {

  @TempDir private Path folder;
  private Storage storage;
  private Backups backups;

  @BeforeEach
  void open() {
    storage = Storage.open(folder.resolve("data"), Clock.systemUTC());
    backups = storage.backups(folder.resolve("backups"), "test");
    storage.experiments().submit(Samples.spec("In the backup", 2));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void oneThatIsWholeIsSaidSoAndNothingIsLeftBesideIt() throws Exception {
    Backup made = backups.make();
    Path left = Files.createDirectory(backups.folder().resolve("shiftscope-verify-123"));
    Files.createFile(left.resolve("shiftscope.mv.db"));

    var verifying = CompletableFuture.supplyAsync(() -> backups.verify(made.name()));
    BackupUnderWay seen = awaitUnderWay(verifying);
    VerifiedBackup found = verifying.get().orElseThrow();

    assertThat(seen.name()).isEqualTo(made.name());
    assertThat(seen.step()).isEqualTo(BackupUnderWay.Step.VERIFYING);
    assertThat(seen.bytes()).isEqualTo(made.size());
    assertThat(backups.underWay()).isEmpty();
    assertThat(found.verdict()).isEqualTo(new VerifyRecord.Verdict(1, 0, List.of()));
    assertThat(backups.last().orElseThrow().verified()).contains(found);
    try (Stream<Path> files = Files.list(backups.folder())) {
      assertThat(files).containsExactly(made.file());
    }
  }

  private BackupUnderWay awaitUnderWay(CompletableFuture<?> verifying) {
    while (!verifying.isDone()) {
      Optional<BackupUnderWay> now = backups.underWay();
      if (now.isPresent()) {
        return now.get();
      }
      LockSupport.parkNanos(200_000);
    }
    throw new AssertionError("It was never under way");
  }

  @Test
  void whoCancelsEndsItAndNothingStaysOfIt() throws Exception {
    for (int i = 0; i < 10; i++) {
      storage.experiments().submit(Samples.spec("Long enough", 1_000));
    }
    var making = CompletableFuture.supplyAsync(backups::make);
    awaitUnderWay(making);
    assertThat(backups.cancel().orElseThrow().step()).isEqualTo(BackupUnderWay.Step.MAKING);
    assertThatThrownBy(making::get).hasRootCauseInstanceOf(BackupCancelled.class);
    assertThat(names()).isEmpty();

    Backup made = backups.make();
    var verifying = CompletableFuture.supplyAsync(() -> backups.verify(made.name()));
    awaitUnderWay(verifying);
    assertThat(backups.cancel().orElseThrow().step()).isEqualTo(BackupUnderWay.Step.VERIFYING);
    assertThatThrownBy(verifying::get).hasRootCauseInstanceOf(BackupCancelled.class);
    assertThat(names()).containsExactly(made.name());
    assertThat(backups.last().orElseThrow().verified()).isEmpty();

    assertThat(backups.cancel()).isEmpty();
    assertThat(backups.verify(made.name()).orElseThrow().verdict().wrong()).isEmpty();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(backups.folder())) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  @Test
  void oneThatIsDamagedIsSaidSoAndStaysInTheList() throws Exception {
    Backup made = backups.make();
    changeATitle(made.file());

    VerifiedBackup found = backups.verify(made.name()).orElseThrow();

    assertThat(found.verdict().wrong()).singleElement().asString().contains("its table experiment");
    assertThat(backups.all()).singleElement().matches(each -> each.verified().isPresent());
  }

  private void changeATitle(Path file) throws IOException {
    Path changed = folder.resolve("changed.zip");
    try (var zip = new ZipFile(file.toFile());
        OutputStream out = Files.newOutputStream(changed);
        var copy = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        copy.putNextEntry(new ZipEntry(entry.getName()));
        copy.write(text.replace("In the", "Of the").getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.delete(file);
    Files.move(changed, file);
  }

  @Test
  void onlyAnAdministratorMayLookAndOnlyAtWhatIsThere() {
    Backup made = backups.make();
    assertThat(backups.verify("shiftscope-backup-20200101T000000Z.zip")).isEmpty();
    assertThatThrownBy(
            () ->
                new Asker("vera", Role.RESEARCHER, "session:x", "")
                    .ask(() -> backups.verify(made.name())))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(
            () -> new Asker("vera", Role.RESEARCHER, "session:x", "").ask(() -> backups.cancel()))
        .isInstanceOf(NotAllowed.class);
  }
}
