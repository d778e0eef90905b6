package org.shiftscope.server.picture;

import java.util.regex.Pattern;

/**
 * The SVG that ECharts writes, as Batik understands it. Text has its middle at its y, by {@code
 * dominant-baseline}, which Batik does not know: an offset of about half a capital's height is the
 * same to the eye. Its style sheet is about the pointer alone.
 */
public final class SvgForBatik {

  private static final Pattern STYLE = Pattern.compile("<style\\b.*?</style>", Pattern.DOTALL);

  private SvgForBatik() {}

  /** The same picture. */
  public static String of(String svg) {
    return STYLE
        .matcher(svg)
        .replaceAll("")
        .replace("dominant-baseline=\"central\"", "dy=\"0.36em\"");
  }
}
