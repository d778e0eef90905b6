package org.shiftscope.compute.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.shiftscope.compute.statistics.ConfidenceInterval;

/** Numbers in the sentences of findings. */
public final class SayNumber {

  private SayNumber() {}

  /** Up to three significant digits: 0.0461, 500, 2e-5; a true minus sign. */
  public static String significant(double value) {
    return significant(value, 3);
  }

  /** Up to as many significant digits, where three do not tell two numbers apart. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "unknown";
    }
    double size = Math.abs(value);
    String text =
        size != 0 && (size < 1e-3 || size >= 1e6)
            ? String.format(Locale.ROOT, "%." + (digits - 1) + "e", value)
                .replaceFirst("\\.?0*e([+-])0*(\\d)", "e$1$2")
                .replace("e+", "e")
            : new BigDecimal(value)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    return text.replace('-', '−');
  }

  /** A correlation: two decimals, and four where it is nearer to ±1 than those tell. */
  public static String correlation(double value) {
    String format = Math.abs(value) >= 0.995 && Math.abs(value) < 1 ? "%.4f" : "%.2f";
    return String.format(Locale.ROOT, format, value).replace('-', '−');
  }

  /** " [−0.99, −0.90]" of a correlation; empty where there is none. */
  public static String correlations(ConfidenceInterval interval) {
    return Double.isNaN(interval.low())
        ? ""
        : " [" + correlation(interval.low()) + ", " + correlation(interval.high()) + "]";
  }

  /** " [0.85, 0.94]"; empty where there is none. */
  public static String interval(ConfidenceInterval interval) {
    return Double.isNaN(interval.low())
        ? ""
        : " [" + significant(interval.low()) + ", " + significant(interval.high()) + "]";
  }

  /** A share from 0 to 1 in percent. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, Math.abs(share) < 0.0995 ? "%.1f %%" : "%.0f %%", share * 100)
        .replace('-', '−');
  }

  /** "1 trial", "12 trials". */
  public static String trials(int count) {
    return count == 1 ? "1 trial" : count + " trials";
  }
}
