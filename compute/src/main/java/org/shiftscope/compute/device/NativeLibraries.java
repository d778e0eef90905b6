package org.shiftscope.compute.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where JavaCPP unpacks ND4J's libraries: 350 MB, once. That is a folder below the home of who runs
 * the process. Where there is no such home, as for a user without an entry in passwd, or nothing
 * can be written or run there, it is a folder below the data.
 */
public final class NativeLibraries {

  /** JavaCPP's own property; whoever sets it is obeyed. */
  static final String FOLDER = "org.bytedeco.javacpp.cachedir";

  private static final Path MOUNTS = Path.of("/proc/self/mounts");

  private NativeLibraries() {}

  /** Before ND4J is loaded. {@code data}: the data folder, which may not be there yet. */
  public static void choose(Path data) {
    if (System.getProperty(FOLDER) == null && !isUsable(home())) {
      System.setProperty(FOLDER, data.toAbsolutePath().resolve("native").toString());
    }
  }

  /** What to tell where they cannot be loaded, a sentence. */
  public static String advice() {
    return "ND4J's libraries are unpacked into "
        + System.getProperty(FOLDER, home().map(Path::toString).orElse("a folder"))
        + ", which must be on a disk where this user may write and from which programs may run"
        + " (not noexec), with 400 MB of room. Choose another with JAVA_OPTS=-D"
        + FOLDER
        + "=FOLDER.";
  }

  private static Optional<Path> home() {
    try {
      Path home = Path.of(System.getProperty("user.home", ""));
      return Optional.of(home.resolve(".javacpp").resolve("cache")).filter(Path::isAbsolute);
    } catch (InvalidPathException none) {
      return Optional.empty();
    }
  }

  private static boolean isUsable(Optional<Path> folder) {
    return folder
        .flatMap(NativeLibraries::nearest)
        .filter(Files::isDirectory)
        .filter(Files::isWritable)
        .filter(there -> !isNoexec(there))
        .isPresent();
  }

  /** The folder, or what there is of the way to it. */
  private static Optional<Path> nearest(Path folder) {
    return Stream.iterate(folder, each -> each != null, Path::getParent)
        .filter(Files::exists)
        .findFirst();
  }

  /** Of the mounts that a folder is below, the last that is nearest to it counts. */
  private static boolean isNoexec(Path folder) {
    try (Stream<String> mounts = Files.lines(MOUNTS)) {
      Path real = folder.toRealPath();
      return mounts
          .map(line -> line.split(" "))
          .filter(mount -> mount.length > 3 && real.startsWith(mount[1]))
          .max(Comparator.comparingInt(mount -> mount[1].length()))
          .map(mount -> Stream.of(mount[3].split(",")).anyMatch("noexec"::equals))
          .orElse(false);
    } catch (IOException notLinux) {
      return false;
    }
  }
}
