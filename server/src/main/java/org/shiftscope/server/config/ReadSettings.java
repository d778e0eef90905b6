package org.shiftscope.server.config;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.Named;

/**
 * Reads settings by the laws that several have, and reports every one that breaks its law. What is
 * read is empty where that was reported.
 *
 * @param given a value for every setting
 * @param folder what relative paths start from
 * @param problems where problems are reported. Modified.
 */
record ReadSettings(Map<Setting, GivenSetting> given, Path folder, List<ConfigProblem> problems) {

  /** A setting as it was written, without white space around it. */
  String written(Setting setting) {
    return one(setting).value().strip();
  }

  /** The same; empty where nothing was written. */
  Optional<String> optional(Setting setting) {
    return Optional.of(written(setting)).filter(each -> !each.isEmpty());
  }

  Optional<Integer> wholeNumber(Setting setting, int least, int most) {
    try {
      int value = Integer.parseInt(written(setting));
      if (value >= least && value <= most) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      // reported below, like a number out of range
    }
    return refuse(setting, "must be a whole number from " + least + " to " + most);
  }

  Optional<Boolean> trueOrFalse(Setting setting) {
    return switch (written(setting)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> refuse(setting, "must be true or false");
    };
  }

  <T extends Named> Optional<T> named(Setting setting, T[] constants, String law) {
    Optional<T> found = Named.find(constants, written(setting));
    return found.isPresent() ? found : refuse(setting, law);
  }

  /** What stands between commas. */
  List<String> listed(Setting setting) {
    return Stream.of(written(setting).split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  /**
   * IP addresses.
   *
   * @param example one of them
   */
  Optional<List<InetAddress>> addresses(Setting setting, String example) {
    try {
      return Optional.of(listed(setting).stream().map(InetAddress::ofLiteral).toList());
    } catch (IllegalArgumentException noAddress) {
      return refuse(
          setting,
          "must be IP addresses, such as " + example + " or ::1, with commas between them");
    }
  }

  /** A folder that can be written, or made. */
  Optional<Path> folder(Setting setting, String law) {
    try {
      Path path = path(setting);
      return !written(setting).isEmpty() && canHold(path)
          ? Optional.of(path)
          : refuse(setting, law);
    } catch (InvalidPathException e) {
      return refuse(setting, law);
    }
  }

  /** Whether it, or where it is not there yet its nearest parent, is a folder to be written. */
  private static boolean canHold(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  /**
   * The path that was written.
   *
   * @throws InvalidPathException where it is none
   */
  Path path(Setting setting) {
    return folder.resolve(written(setting)).normalize();
  }

  /**
   * What is in a file, or was written itself; empty where neither is.
   *
   * @param file names the file
   * @param plain is the secret itself
   * @param what it is called
   */
  Optional<String> secret(Setting file, Setting plain, String what) {
    Optional<String> itself = Optional.of(one(plain).value()).filter(each -> !each.isBlank());
    if (written(file).isEmpty()) {
      return itself;
    }
    if (itself.isPresent()) {
      refuse(file, "must be left out where " + plain.key() + " is set, too");
    }
    try {
      String held = Files.readString(folder.resolve(written(file))).strip();
      if (!held.isEmpty()) {
        return Optional.of(held);
      }
    } catch (IOException | InvalidPathException unreadable) {
      // refused below, as an empty one is
    }
    return refuse(file, "must be a file that can be read and holds the " + what);
  }

  /** Reports that a setting breaks a law; always empty. */
  <T> Optional<T> refuse(Setting setting, String law) {
    return refuse(setting, law, setting.secret() ? "hidden" : one(setting).value());
  }

  /**
   * The same of a setting of which not all is to be seen.
   *
   * @param shown what is
   */
  <T> Optional<T> refuse(Setting setting, String law, String shown) {
    problems.add(new ConfigProblem(setting.key(), one(setting).source(), law, shown));
    return Optional.empty();
  }

  private GivenSetting one(Setting setting) {
    GivenSetting one = given.get(setting);
    if (one == null) {
      throw new IllegalStateException("no value for " + setting);
    }
    return one;
  }
}
