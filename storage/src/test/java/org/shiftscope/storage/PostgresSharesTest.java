package org.shiftscope.storage;

/** The same on PostgreSQL. */
final class PostgresSharesTest extends SharesContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.POSTGRES;
  }
}
