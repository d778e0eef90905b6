package org.shiftscope.ui.form;

import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the text of a field becomes in JSON, and back. */
enum Shape {
  /** Text as it is. */
  TEXT {
    @Override
    JsonNode toJson(String text) {
      return JsonNodeFactory.instance.stringNode(text);
    }

    @Override
    String toText(JsonNode json) {
      return json.asString();
    }
  },
  /** One of the spec's words, or {@link Shape#NONE} for a part that is left out. */
  WORD_OR_NONE {
    @Override
    JsonNode toJson(String text) {
      return TEXT.toJson(text);
    }

    @Override
    String toText(JsonNode json) {
      return TEXT.toText(json);
    }

    @Override
    boolean leavesOut(String text) {
      return text.equals(NONE);
    }
  },
  /** One number. */
  NUMBER {
    @Override
    JsonNode toJson(String text) {
      return number(text);
    }

    @Override
    String toText(JsonNode json) {
      return numberText(json);
    }

    @Override
    boolean leavesOut(String text) {
      return text.isBlank();
    }
  },
  /** Yes or no, as the words {@code true} and {@code false}. */
  FLAG {
    @Override
    JsonNode toJson(String text) {
      return JsonNodeFactory.instance.booleanNode(Boolean.parseBoolean(text));
    }

    @Override
    String toText(JsonNode json) {
      return Boolean.toString(json.asBoolean());
    }
  },
  /** Words with commas or spaces between them. */
  WORDS {
    @Override
    JsonNode toJson(String text) {
      return array(text, JsonNodeFactory.instance::stringNode);
    }

    @Override
    String toText(JsonNode json) {
      return joined(json, JsonNode::asString);
    }
  },
  /** Numbers with commas or spaces between them. */
  NUMBERS {
    @Override
    JsonNode toJson(String text) {
      return array(text, Shape::number);
    }

    @Override
    String toText(JsonNode json) {
      return joined(json, Shape::numberText);
    }
  };

  private static final Pattern COMMA_INSIDE = Pattern.compile("\\d,\\d");
  private static final Pattern OTHER_SEPARATOR = Pattern.compile("[^,;\\s]\\s+[^,;\\s]|;");

  /** The choice of nothing. */
  static final String NONE = "none";

  /** Whether a field with this text is no part of the spec. */
  boolean leavesOut(String text) {
    return false;
  }

  /** Text that does not fit the shape stays text, for the spec's own reader to refuse. */
  abstract JsonNode toJson(String text);

  abstract String toText(JsonNode json);

  /** Whether it is a list in JSON. */
  boolean isList() {
    return this == NUMBERS || this == WORDS;
  }

  private static ArrayNode array(String text, Function<String, JsonNode> element) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    Stream.of(text.split(hasDecimalCommas(text) ? "[;\\s]+" : "[,;\\s]+"))
        .filter(part -> !part.isEmpty())
        .forEach(part -> array.add(element.apply(part)));
    return array;
  }

  /**
   * "1,5 2,3" is no list of four: where other signs separate numbers, a comma inside of one stays,
   * for the spec's reader to refuse.
   */
  private static boolean hasDecimalCommas(String text) {
    return COMMA_INSIDE.matcher(text).find() && OTHER_SEPARATOR.matcher(text).find();
  }

  private static String joined(JsonNode json, Function<JsonNode, String> element) {
    return StreamSupport.stream(json.spliterator(), false)
        .map(element)
        .collect(Collectors.joining(", "));
  }

  private static JsonNode number(String text) {
    // As papers and this page print it.
    String plain = text.strip().replace('−', '-');
    try {
      return JsonNodeFactory.instance.numberNode(Long.parseLong(plain));
    } catch (NumberFormatException notWhole) {
      try {
        return JsonNodeFactory.instance.numberNode(Double.parseDouble(plain));
      } catch (NumberFormatException notNumber) {
        return JsonNodeFactory.instance.stringNode(plain);
      }
    }
  }

  private static String numberText(JsonNode json) {
    return json.isIntegralNumber()
        ? Long.toString(json.longValue())
        : FormatNumber.exact(json.doubleValue());
  }
}
