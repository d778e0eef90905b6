package org.shiftscope.server.rest;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a person, strictly: of a request's body, and of a file. */
public final class ReadJson {

  /** A field given twice, or text after the end, is a slip that a person wants to hear of. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ReadJson() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a predicate that says where it is none: "is not JSON at
   *     line 2, column 3: ..."
   */
  public static JsonNode strictly(byte[] text) {
    try {
      return STRICT.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("is not JSON" + where(e) + e.getOriginalMessage(), e);
    }
  }

  private static String where(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null ? ": " : " at line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
  }
}
