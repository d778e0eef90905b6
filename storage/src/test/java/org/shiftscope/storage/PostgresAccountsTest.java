package org.shiftscope.storage;

/** The same on PostgreSQL. */
final class PostgresAccountsTest extends AccountsContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.POSTGRES;
  }
}
