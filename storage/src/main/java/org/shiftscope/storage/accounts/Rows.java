package org.shiftscope.storage.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.shiftscope.compute.spec.Named;

/** Columns as the records have them. */
final class Rows {

  /** Of an account, whether its owner can sign in: by a password, or by an OpenID provider. */
  static final String ENTERS =
      "(password IS NOT NULL OR EXISTS (SELECT 1 FROM account_identity"
          + " WHERE account_identity.account = account.name))";

  /** Accounts with all that {@link #account} reads. */
  static final String ACCOUNTS = "SELECT account.*, " + ENTERS + " AS enters FROM account";

  private Rows() {}

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  static Role role(ResultSet row, String column) throws SQLException {
    String id = row.getString(column);
    return Named.find(Role.values(), id)
        .orElseThrow(() -> new IllegalStateException("The database holds an unknown role: " + id));
  }

  static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        role(row, "role"),
        !row.getBoolean("enters"),
        row.getBoolean("disabled"),
        instant(row, "created"),
        optionalInstant(row, "last_sign_in"));
  }
}
