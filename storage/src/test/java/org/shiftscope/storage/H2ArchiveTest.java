package org.shiftscope.storage;

/** The same on H2. */
final class H2ArchiveTest extends ArchiveContract {

  @Override
  TriedDatabase database() {
    return TriedDatabase.H2;
  }
}
