package org.shiftscope.storage;

/** The same on PostgreSQL. */
final class PostgresRefusedArchiveTest extends RefusedArchiveContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.POSTGRES;
  }
}
