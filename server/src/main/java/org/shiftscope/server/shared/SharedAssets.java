package org.shiftscope.server.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.shiftscope.ui.sharedview.PageFacts.Addresses;

/**
 * The script, style sheet, fonts and icon of shared pages. Their names have a hash of what they
 * hold, so they may be kept for ever. A build that stopped before packaging has none.
 *
 * @param script its name; empty where there is none
 * @param style its name; empty likewise
 */
record SharedAssets(String script, String style) {

  private static final String FOLDER = "/META-INF/shared-page/";
  private static final String ICON = "icon.svg";
  private static final String PRODUCT_ICON = "/META-INF/resources/shiftscope/icon.svg";

  private static final Map<String, String> TYPES =
      Map.of(
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+\\.([a-z0-9]+)");

  static SharedAssets load() {
    var names = new Properties();
    try (InputStream in = SharedAssets.class.getResourceAsStream(FOLDER + "names.properties")) {
      if (in != null) {
        names.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SharedAssets(names.getProperty("script", ""), names.getProperty("style", ""));
  }

  /**
   * The addresses that a page is written with.
   *
   * @param up from the page to {@code s/}, as "" or "../"
   */
  Addresses from(String up, String own, String json, String whole) {
    String folder = up + "assets/";
    return new Addresses(
        script.isEmpty() ? "" : folder + script,
        style.isEmpty() ? "" : folder + style,
        folder + ICON,
        own,
        json,
        whole);
  }

  /** A file's type; empty for a name that none has. */
  static Optional<String> typeOf(String name) {
    var parts = NAME.matcher(name);
    return parts.matches() ? Optional.ofNullable(TYPES.get(parts.group(1))) : Optional.empty();
  }

  /** A file's bytes; empty where there is none. */
  static Optional<byte[]> read(String name) {
    String path = name.equals(ICON) ? PRODUCT_ICON : FOLDER + name;
    try (InputStream in = SharedAssets.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
