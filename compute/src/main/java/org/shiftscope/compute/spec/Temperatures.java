package org.shiftscope.compute.spec;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** The temperatures T = learning rate / batch size of a sweep, in learning rate per sample. */
public sealed interface Temperatures {

  /** The temperatures, in the order in which they are run; all above 0, finite and distinct. */
  List<Double> values();

  /** How many there are. */
  int count();

  /** The temperature of an index from 0. */
  double value(int index);

  /**
   * Temperatures listed one by one.
   *
   * @param values 1 to 1,000 distinct numbers from 1e-12 to 100
   */
  @Bare
  record Listed(List<Double> values) implements Temperatures {

    public Listed {
      values = List.copyOf(values);
      var problems = new Problems();
      problems.require(
          !values.isEmpty() && values.size() <= 1_000,
          "",
          "must hold 1 to 1000 numbers",
          values.size());
      for (int i = 0; i < values.size(); i++) {
        problems.number("[" + i + "]", values.get(i), 1e-12, 100);
      }
      problems.require(
          new HashSet<>(values).size() == values.size(),
          "",
          "must differ from one another",
          values);
      problems.refuseIfAny();
    }

    @Override
    public int count() {
      return values.size();
    }

    @Override
    public double value(int index) {
      return values.get(index);
    }
  }

  /**
   * Temperatures evenly spaced in their logarithm, both ends included exactly.
   *
   * @param from the first, 1e-12 to 100
   * @param to the last, 1e-12 to 100, above {@code from}
   * @param count how many, 2 to 1,000
   */
  record Logarithmic(double from, double to, int count) implements Temperatures {

    public Logarithmic {
      new Problems()
          .number("from", from, 1e-12, 100)
          .number("to", to, 1e-12, 100)
          .wholeNumber("count", count, 2, 1_000)
          .require(!(to <= from), "to", "must be above temperatures.from, " + SayValue.of(from), to)
          .refuseIfAny();
    }

    @Override
    public List<Double> values() {
      return IntStream.range(0, count).mapToObj(this::value).toList();
    }

    @Override
    public double value(int i) {
      if (i == count - 1) {
        return to;
      }
      return from * Math.pow(to / from, i / (count - 1.0));
    }
  }
}
