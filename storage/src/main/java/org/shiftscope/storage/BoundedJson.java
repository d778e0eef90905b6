package org.shiftscope.storage;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON that a stranger may have made to fill the memory: a tree takes up to a hundred times
 * as much as its text, so that its parts are counted before there is one.
 */
final class BoundedJson {

  private static final int DEEPEST = 200;

  /** Bytes that a part of a tree takes at most, about. */
  private static final int OF_A_PART = 128;

  private BoundedJson() {}

  /** Parts of the largest document that is read: half of the heap, if all are large. */
  static long mostParts() {
    return Runtime.getRuntime().maxMemory() / 2 / OF_A_PART;
  }

  /**
   * Reads a document of so many parts at most: names, values, beginnings and ends.
   *
   * @param entry its name in the archive
   * @throws org.shiftscope.compute.spec.InvalidSpec where it has more, or is no JSON
   */
  static JsonNode read(String entry, byte[] text, long parts) {
    check(entry, text, parts);
    return JsonMapper.shared().readTree(text);
  }

  /** Refuses a document of more parts, or what is no JSON, without a tree of it. */
  static void check(String entry, byte[] text, long parts) {
    var bounds =
        StreamReadConstraints.builder().maxTokenCount(parts).maxNestingDepth(DEEPEST).build();
    JsonFactory bounded = JsonFactory.builder().streamReadConstraints(bounds).build();
    try (JsonParser parser = bounded.createParser(ObjectReadContext.empty(), text)) {
      while (parser.nextToken() != null) {}
    } catch (StreamConstraintsException many) {
      throw OpenArchive.refusal(
          entry, "must be JSON of " + parts + " parts at most, and nested " + DEEPEST + " deep");
    } catch (JacksonException damaged) {
      throw OpenArchive.refusal(entry, "must be JSON: " + damaged.getOriginalMessage());
    }
  }
}
