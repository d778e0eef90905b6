package org.shiftscope.compute.kind;

import java.nio.file.Path;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Memory;

/** What tests run on: no files, and the memory that they say. */
final class Hosts {

  private static final DataFolder NO_FILES = new DataFolder(Path.of("none"));

  private Hosts() {}

  static Host withoutFiles(int slots) {
    return new Host(NO_FILES, new Memory(1L << 30, 1L << 30), slots);
  }

  static Host with(long heap, long arrays) {
    return new Host(NO_FILES, new Memory(heap, arrays), 2);
  }
}
