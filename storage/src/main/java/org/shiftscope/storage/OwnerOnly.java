package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Keeps the record from other users of the machine: it holds hashes of passwords. A folder that is
 * there already stays as its owner made it, since datasets in it may be for others, too.
 */
final class OwnerOnly {

  private static final Set<PosixFilePermission> FILE =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  private static final Set<PosixFilePermission> FOLDER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  /** Makes a folder where there is none, with those above it. */
  static void make(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      allow(folder, FOLDER);
    }
  }

  /** Takes a file from others, where the disk knows owners. */
  static void keep(Path file) throws IOException {
    allow(file, FILE);
  }

  private static void allow(Path path, Set<PosixFilePermission> allowed) throws IOException {
    var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null && !view.readAttributes().permissions().equals(allowed)) {
      view.setPermissions(allowed);
    }
  }
}
