package org.shiftscope.compute.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What a file is, without its bytes: equal as long as nobody replaces it.
 *
 * @param file the file
 * @param size bytes, packed
 * @param changed when it was changed
 */
public record FileState(Path file, long size, FileTime changed) {

  static FileState of(Path file) {
    try {
      return new FileState(file, Files.size(file), Files.getLastModifiedTime(file));
    } catch (IOException refused) {
      throw FileFacts.unreadable(file, refused);
    }
  }
}
