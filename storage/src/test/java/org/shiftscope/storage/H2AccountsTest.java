package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.shiftscope.storage.accounts.Asker;

/** Accounts on H2, and what a look at its file shows. */
final class H2AccountsTest extends AccountsContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.H2;
  }

  @Test
  void whatIsKeptIsItsOwnersAloneAndHoldsNoSecret() throws Exception {
    String link = people.passwords().setUp().secret().text();
    people.passwords().byLink(link, "ada", PASSWORD);
    String cookie = signIn("ada");
    Asker ada = asker(cookie).orElseThrow();
    String token = ada.ask(() -> people.tokens().make("script", "run", 7)).secret().text();
    storage.close();

    Path file = folder.resolve("data/shiftscope.mv.db");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains("$argon2id$").doesNotContain(link, cookie, token, PASSWORD);
    open();
  }
}
