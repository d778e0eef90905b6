package org.shiftscope.compute.result;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * An unchanging row of numbers. In JSON an array, where null stands for a number that is not
 * finite.
 *
 * @param values the numbers, shape [size]
 */
public record Series(@JsonValue List<Double> values) {

  @JsonCreator
  public Series {
    values = values.stream().map(value -> value == null ? Double.NaN : value).toList();
  }

  /** Copies an array, which is not modified. */
  public static Series of(double... values) {
    return new Series(Arrays.stream(values).boxed().toList());
  }

  /** Number of values. */
  public int size() {
    return values.size();
  }

  /** The value at an index from 0. */
  public double get(int index) {
    return values.get(index);
  }

  /** A fresh array, shape [size]. */
  public double[] toArray() {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
