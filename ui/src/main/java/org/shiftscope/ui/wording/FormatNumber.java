package org.shiftscope.ui.wording;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people read them. */
public final class FormatNumber {

  private FormatNumber() {}

  /** Up to four significant digits, 3e-4 style below 1e-3 and from 1e6 on; a dash for NaN. */
  public static String significant(double value) {
    if (!Double.isFinite(value)) {
      return "–";
    }
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    if (size < 1e-3 || size >= 1e6) {
      return minus(exponent(String.format(Locale.ROOT, "%.3e", value)));
    }
    return minus(
        new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString());
  }

  /**
   * As short as it can be written without loss: 600, 0.003, 1e-5. Reads back as the same double.
   */
  public static String exact(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    double size = Math.abs(value);
    return size != 0 && (size < 1e-3 || size >= 1e7)
        ? scientific(decimal)
        : decimal.toPlainString();
  }

  /** Thousands apart: 12,345. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A share as a percentage with one decimal: 97.3 %. */
  public static String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", share * 100) : "–";
  }

  /** Bytes in MB or GB. */
  public static String bytes(long bytes) {
    if (bytes < 1_000_000) {
      return bytes == 0 ? "0 kB" : Math.max(1, Math.round(bytes / 1e3)) + " kB";
    }
    return bytes < 1_000_000_000L
        ? Math.round(bytes / 1e6) + " MB"
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  private static String scientific(BigDecimal decimal) {
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    int exponent = decimal.precision() - decimal.scale() - 1;
    return (decimal.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }

  private static String exponent(String text) {
    return text.replaceFirst("\\.?0*e([+-])0*(\\d)", "e$1$2").replace("e+", "e");
  }

  private static String minus(String text) {
    return text.replace('-', '−');
  }
}
