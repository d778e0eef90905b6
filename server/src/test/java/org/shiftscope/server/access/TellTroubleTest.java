package org.shiftscope.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;

final class TellTroubleTest {

  @TempDir private Path folder;

  @Test
  void whereTheDatabaseIsIsToldToWhoMayRead() throws IOException {
    Path file = Files.writeString(folder.resolve("no-folder"), "");
    StorageUnavailable unavailable =
        catchThrowableOfType(
            StorageUnavailable.class, () -> Storage.open(file, Clock.systemUTC()).close());
    assertThat(unavailable.sentence()).contains(file.toString());

    assertThat(told(Asker.nobody("192.0.2.7"), unavailable))
        .isEqualTo("The database cannot be used; the server's log says why.");
    assertThat(told(new Asker("vera", Role.VIEWER, "session:x", "192.0.2.7"), unavailable))
        .isEqualTo(unavailable.sentence());
    assertThat(told(Asker.anyone(Role.ADMINISTRATOR, "127.0.0.1"), unavailable))
        .isEqualTo(unavailable.sentence());
  }

  private static String told(Asker asker, StorageUnavailable unavailable) {
    return asker.ask(() -> TellTrouble.toWhoAsks(unavailable));
  }
}
