package org.shiftscope.ui.sharedview;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page is written of.
 *
 * @param view the document
 * @param sha256 of what is downloaded, hexadecimal
 * @param expires when its link ends; empty for never
 * @param addresses where the page finds what belongs to it
 */
public record PageFacts(
    SharedView view, String sha256, Optional<Instant> expires, Addresses addresses) {

  /**
   * Where a page finds what belongs to it, relative to its own address, so that it works below any
   * proxy's path.
   *
   * @param script of charts; empty where the build has none: then the page has its tables
   * @param style the style sheet; empty likewise
   * @param icon the icon
   * @param own what {@code data}, {@code csv} and {@code embed} follow
   * @param json the document as JSON
   * @param whole the whole page
   */
  public record Addresses(
      String script, String style, String icon, String own, String json, String whole) {}
}
