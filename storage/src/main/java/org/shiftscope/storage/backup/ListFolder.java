package org.shiftscope.storage.backup;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Lists what is in a folder. */
public final class ListFolder {

  private ListFolder() {}

  /**
   * Lists all whose names fit.
   *
   * @param names a glob, such as {@code *.zip}
   * @throws IOException where the folder cannot be read, also in the midst, of which {@link
   *     DirectoryStream} tells otherwise
   */
  public static List<Path> of(Path folder, String names) throws IOException {
    List<Path> all = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, names)) {
      files.forEach(all::add);
      return all;
    } catch (DirectoryIteratorException broken) {
      throw Objects.requireNonNull(broken.getCause());
    }
  }
}
