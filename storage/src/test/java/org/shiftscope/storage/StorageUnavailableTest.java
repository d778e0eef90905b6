package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that cannot be used is refused in a sentence that says what to do. */
@Timeout(60)
final class StorageUnavailableTest {

  @TempDir Path folder;

  @Test
  void aFileInPlaceOfTheFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("data"), "not a folder");
    assertThatThrownBy(() -> Storage.open(file, Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("The data folder " + file + " cannot be written")
        .hasMessageEndingWith("or choose another.");
  }

  @Test
  void aSemicolonInThePath() {
    assertThatThrownBy(() -> Storage.open(folder.resolve("a;b"), Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("choose a data folder without \";\"");
  }

  @Test
  void aDatabaseThatAnotherServerHasOpen() throws Exception {
    try (var other = ChildJvm.start(HoldsStorage.class, folder)) {
      assertThat(other.line()).isEqualTo("open");
      assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
          .isInstanceOf(StorageUnavailable.class)
          .hasMessage(
              "Another server has the database in the data folder "
                  + folder
                  + " open: stop that server, or choose another data folder.");
    }
    Storage.open(folder, Clock.systemUTC()).close(); // killed, it holds it no longer
  }

  @Test
  void aDamagedDatabaseIsRefusedAndLeftAsItIs() throws Exception {
    Path file = folder.resolve("shiftscope.mv.db");
    byte[] damaged = new byte[8192];
    Files.write(file, damaged);
    assertThatThrownBy(() -> Storage.open(folder, Clock.systemUTC()))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageContaining("cannot be opened");
    assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
  }

  /** A page that still reads while the server stops. */
  @Test
  void aDatabaseThatWasClosedInOrderIsNotOpenedAgainByWhoStillAsks() throws Exception {
    Storage storage = Storage.open(folder, Clock.systemUTC());
    storage.close();
    Experiments experiments = storage.experiments();
    assertThatThrownBy(() -> experiments.list(Search.ALL, Optional.empty(), 1))
        .isInstanceOf(StorageUnavailable.class)
        .hasMessageStartingWith("The server is stopping and has closed its database");
    assertThatThrownBy(() -> experiments.submit(Samples.spec("Late", 1)))
        .isInstanceOf(StorageUnavailable.class);
    Path file = folder.resolve("shiftscope.mv.db");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) { // refused where this process has it open
      assertThat(lock).isNotNull();
    }
  }

  /** Opens a folder and holds it until it is killed. */
  static final class HoldsStorage {

    private HoldsStorage() {}

    public static void main(String[] arguments) throws Exception {
      try (Storage storage = Storage.open(Path.of(arguments[0]), Clock.systemUTC())) {
        System.out.println("open");
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
      }
    }
  }
}
