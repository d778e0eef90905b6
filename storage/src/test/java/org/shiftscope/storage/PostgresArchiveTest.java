package org.shiftscope.storage;

/** The same on PostgreSQL. */
final class PostgresArchiveTest extends ArchiveContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.POSTGRES;
  }
}
