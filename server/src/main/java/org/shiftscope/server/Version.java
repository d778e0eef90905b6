package org.shiftscope.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Shiftscope's version, which the build writes into a file. */
public final class Version {

  private static final String UNKNOWN = "unknown";

  private Version() {}

  /** The version of this build. */
  public static String current() {
    return property("version");
  }

  /** The commit of its sources, with {@code -dirty} where they were changed. */
  static String commit() {
    return property("commit") + (property("changed").equals("true") ? "-dirty" : "");
  }

  /** What computes arrays. */
  static String libraries() {
    return property("libraries");
  }

  /** Sources that come without their repository leave a placeholder. */
  private static String property(String name) {
    var properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String value = properties.getProperty(name, UNKNOWN);
    return value.startsWith("${") ? UNKNOWN : value;
  }
}
