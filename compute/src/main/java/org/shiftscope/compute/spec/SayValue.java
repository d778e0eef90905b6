package org.shiftscope.compute.spec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values as a person would type them. */
final class SayValue {

  private static final int LONGEST = 200;

  private SayValue() {}

  /** A value given, cut where it is long; empty where there was none. */
  static String of(Object value) {
    String text =
        switch (value) {
          case Double number -> number(number);
          case JsonNode json when json.isDouble() -> number(json.doubleValue());
          case Collection<?> many ->
              many.stream().limit(LONGEST).map(SayValue::of).collect(Collectors.joining(", "));
          default -> value.toString();
        };
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** A number that was computed, to some digits: 0.333, 2.52e-5. */
  static String rounded(double value, int digits) {
    return Double.isFinite(value)
        ? number(new BigDecimal(value).round(new MathContext(digits)).doubleValue())
        : Double.toString(value);
  }

  /** The shortest digits that read back as the same number: 0.5, 3, 1e-12, 99999999999. */
  private static String number(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    String plain = digits.toPlainString();
    String powers = powers(digits);
    boolean usual = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e6;
    return usual || plain.length() <= powers.length() ? plain : powers;
  }

  private static String powers(BigDecimal digits) {
    int exponent = digits.precision() - digits.scale() - 1;
    return digits.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
  }
}
