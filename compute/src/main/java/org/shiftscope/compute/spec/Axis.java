package org.shiftscope.compute.spec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One thing that sets the trials of an experiment apart.
 *
 * @param name its name in JSON
 * @param title its name for a person
 * @param symbol its letter in formulas, or a word where it has none: it stands in labels
 * @param logarithmic whether its values lie evenly by their logarithm, in a figure
 * @param size how many values it has, at least 1
 * @param values the value of an index from 0; null where axes that run together lack it
 */
public record Axis(
    String name,
    String title,
    String symbol,
    boolean logarithmic,
    int size,
    IntFunction<? extends @Nullable Number> values) {

  /** T, in learning rate per sample. */
  public static final String TEMPERATURE = "temperature";

  /** B, in samples. */
  public static final String BATCH_SIZE = "batchSize";

  /** n, train and test samples together. */
  public static final String SAMPLE_SIZE = "sampleSize";

  /** From which every random stream of a trial comes. */
  public static final String SEED = "seed";

  /** From which the split into train and test samples comes, where it is not the given one. */
  public static final String SPLIT = "split";

  static Axis of(Temperatures temperatures) {
    return new Axis(
        TEMPERATURE, "Temperature", "T", true, temperatures.count(), temperatures::value);
  }

  static Axis ofBatchSizes(List<Integer> sizes) {
    return new Axis(BATCH_SIZE, "Batch size", "B", true, sizes.size(), sizes::get);
  }

  static Axis of(Seeds seeds) {
    return new Axis(SEED, "Seed", SEED, false, seeds.values().size(), seeds.values()::get);
  }

  static Axis ofSplits(Seeds splits) {
    return new Axis(SPLIT, "Split", SPLIT, false, splits.values().size(), splits.values()::get);
  }

  /** Its value of an index, for a person: {@code T = 0.003}, {@code seed 1}. */
  String label(int index) {
    Number value = values.apply(index);
    String number = value instanceof Double real ? real(real) : Long.toString(value.longValue());
    return symbol + (symbol.length() == 1 ? " = " : " ") + number;
  }

  /** Four significant digits, as few as tell it: 0.03, 0.003162, 1e-5. */
  private static String real(double value) {
    var rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    return Math.abs(value) < 1e-4 ? rounded.toString().replace('E', 'e') : rounded.toPlainString();
  }
}
