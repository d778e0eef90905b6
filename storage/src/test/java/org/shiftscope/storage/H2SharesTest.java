package org.shiftscope.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shares on H2, and what a look at all that it keeps shows. */
final class H2SharesTest extends SharesContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.H2;
  }

  @Test
  void theDatabaseHasTheHashOfATokenAndNotTheToken() throws SQLException {
    Shares.Kept kept = keep(false, Optional.empty(), "aaaaaaaaaaaa");
    String token = kept.token().value();
    assertThat(token).matches("[a-z2-7]{26}");
    assertThat(kept.token().toString()).doesNotContain(token);
    try (Connection other = database().connect(folder);
        var script = other.createStatement().executeQuery("SCRIPT")) {
      boolean hash = false;
      while (script.next()) {
        assertThat(script.getString(1)).doesNotContain(token);
        hash |= script.getString(1).contains(kept.token().hash());
      }
      assertThat(hash).isTrue();
    }
  }
}
