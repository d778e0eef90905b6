package org.shiftscope.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the newest backup of the database that lies in its folder, whoever made it. */
final class FindBackup {

  private FindBackup() {}

  static Optional<Path> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("shiftscope(.*\\.(zip|sql|sql\\.gz)|-schema-\\d+\\.mv\\.db)"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
    } catch (IOException | UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }
}
