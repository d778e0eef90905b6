package org.shiftscope.compute.data;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a file that somebody may mean where the one that is needed is missing: of the same letters
 * and digits, in one of the folders or two levels below (torchvision's {@code MNIST/raw}).
 */
final class FindNearMiss {

  private static final int DEPTH = 3;

  private FindNearMiss() {}

  /** A sentence with a blank before it, or nothing. */
  static String say(List<Path> folders, Path wanted) {
    String letters = letters(wanted);
    return folders.stream()
        .flatMap(folder -> find(folder, letters).stream())
        .findFirst()
        .map(found -> " " + found + " is there: " + advice(found, wanted))
        .orElse("");
  }

  private static String advice(Path found, Path wanted) {
    String packed = found.toString().endsWith(".gz") ? ".gz" : "";
    return "rename it to " + wanted + packed + ".";
  }

  private static Optional<Path> find(Path folder, String letters) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files =
        Files.find(
            folder,
            DEPTH,
            (file, about) -> about.isRegularFile() && letters(file).equals(letters),
            FileVisitOption.FOLLOW_LINKS)) {
      return files.sorted().findFirst();
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return Optional.empty();
    }
  }

  /** {@code train-images.idx3-ubyte.gz} → {@code trainimagesidx3ubyte}. */
  private static String letters(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String unpacked = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return unpacked.replaceAll("[^a-z0-9]", "");
  }
}
