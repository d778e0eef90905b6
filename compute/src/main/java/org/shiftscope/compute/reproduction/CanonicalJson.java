package org.shiftscope.compute.reproduction;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * JSON in the one form that RFC 8785 gives it: fields in the order of their names' UTF-16 units, no
 * spaces, numbers as ECMAScript writes them; so what is equal has equal bytes. Whole numbers keep
 * all their digits, also beyond 2^53, where ECMAScript would round them.
 */
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(JsonNode json) {
    if (json.isObject()) {
      return json.propertyStream()
          .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
          .map(field -> text(field.getKey()) + ":" + of(field.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (json.isArray()) {
      return json.valueStream().map(CanonicalJson::of).collect(Collectors.joining(",", "[", "]"));
    }
    return json.isFloatingPointNumber() ? number(json.doubleValue()) : json.toString();
  }

  private static String text(String name) {
    return JsonNodeFactory.instance.stringNode(name).toString();
  }

  /** ECMAScript's Number::toString of a finite number: the fewest digits that read back as it. */
  static String number(double value) {
    if (value == 0) {
      return "0";
    }
    BigDecimal digits = shortest(Math.abs(value));
    String all = digits.unscaledValue().toString();
    int point = all.length() - digits.scale(); // value = 0.all · 10^point
    return (value < 0 ? "-" : "") + placed(all, point);
  }

  /** Java writes two digits where one would do. */
  private static BigDecimal shortest(double value) {
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal one = digits.round(new MathContext(1));
    return one.doubleValue() == value ? one : digits;
  }

  private static String placed(String digits, int point) {
    if (point > 21 || point < -5) {
      String exponent = (point > 0 ? "+" : "-") + Math.abs(point - 1);
      return digits.charAt(0)
          + (digits.length() > 1 ? "." + digits.substring(1) : "")
          + "e"
          + exponent;
    }
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    return digits.length() <= point
        ? digits + "0".repeat(point - digits.length())
        : digits.substring(0, point) + "." + digits.substring(point);
  }
}
