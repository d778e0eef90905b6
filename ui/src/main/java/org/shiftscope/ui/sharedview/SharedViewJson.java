package org.shiftscope.ui.sharedview;

import java.util.Optional;
import org.shiftscope.compute.spec.Variants;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON form of a {@link SharedView}. */
public final class SharedViewJson {

  /** The declared id of the format. */
  public static final String FORMAT = Variants.idOf(SharedView.class);

  /** The version that is written, the newest that is read. */
  public static final int VERSION = Variants.versionOf(SharedView.class);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private SharedViewJson() {}

  /** Writes a view, UTF-8. */
  static byte[] bytes(SharedView view) {
    return JSON.writeValueAsBytes(view);
  }

  /**
   * Reads a view that was stored.
   *
   * @return empty where a newer version of Shiftscope wrote it, or it is damaged
   */
  public static Optional<SharedView> read(String format, int version, byte[] json) {
    if (!format.equals(FORMAT) || version > VERSION) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(json, SharedView.class));
    } catch (JacksonException damaged) {
      return Optional.empty();
    }
  }
}
