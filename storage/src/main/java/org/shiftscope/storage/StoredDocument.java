package org.shiftscope.storage;

import java.util.function.Function;
import org.shiftscope.compute.spec.Variants;
import org.shiftscope.storage.Document.Readable;
import org.shiftscope.storage.Document.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document as it stands in its table.
 *
 * @param format the declared id of its format: a kind of experiment, or a type of result
 * @param version the version of the format in which it was written
 * @param json its text
 */
record StoredDocument(String format, int version, String json) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int LONGEST_REASON = 1_000;

  /**
   * Reads it. Whatever is wrong with it becomes a sentence: one document never hides the others.
   *
   * @param formats the formats that there are, each with the newest version that is read
   */
  <T> Document<T> read(Variants formats, Function<ObjectNode, T> reader) {
    int newest = formats.byId(format).map(Variants::versionOf).orElse(version);
    if (version > newest) {
      return unreadable(
          "it was stored by a newer version of Shiftscope (%s %d, where this one reads %s %d): use that version"
              .formatted(format, version, format, newest));
    }
    ObjectNode tree;
    try {
      tree = JSON.readTree(json).asObject();
    } catch (JacksonException | IllegalArgumentException damaged) {
      return unreadable("its JSON is damaged");
    }
    try {
      return new Readable<>(reader.apply(tree));
    } catch (
        RuntimeException refused) { // of whatever kind: the record refuses, or a number is lost
      return unreadable("this version refuses what it holds: " + refused.getMessage());
    }
  }

  private <T> Unreadable<T> unreadable(String reason) {
    String shown = reason.substring(0, Math.min(LONGEST_REASON, reason.length()));
    return new Unreadable<>(
        format,
        version,
        "This cannot be read, since "
            + shown
            + (shown.endsWith(".") ? "" : ".")
            + " It can be downloaded as it is stored.",
        json);
  }
}
