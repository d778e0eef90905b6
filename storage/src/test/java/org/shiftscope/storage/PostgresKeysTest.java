package org.shiftscope.storage;

/** The same on PostgreSQL. */
final class PostgresKeysTest extends KeysContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.POSTGRES;
  }
}
