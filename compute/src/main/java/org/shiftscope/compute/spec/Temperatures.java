package org.shiftscope.compute.spec;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The temperatures T = learning rate / batch size of a sweep, in learning rate per sample. How high
 * they may be is the law of the kind: 100 for a network, while a landscape whose noise is small is
 * only crossed at a large one.
 */
public sealed interface Temperatures {

  /** The lowest. */
  double LOWEST = 1e-12;

  /** The highest of any kind. */
  double HIGHEST = 1e15;

  /** The highest of a network, and of what is taken for one. */
  double HIGHEST_OF_NETWORKS = 100;

  /** The temperatures, in the order in which they are run; all above 0, finite and distinct. */
  List<Double> values();

  /** How many there are. */
  int count();

  /** The temperature of an index from 0. */
  double value(int index);

  /** Checks that none is above {@link #HIGHEST_OF_NETWORKS}. */
  default void checkOfNetwork(Problems problems, String field) {
    switch (this) {
      case Listed listed -> {
        for (int i = 0; i < listed.values.size(); i++) {
          most(problems, field + "[" + i + "]", listed.values.get(i), HIGHEST_OF_NETWORKS);
        }
      }
      case Logarithmic range -> {
        most(problems, field + ".from", range.from, HIGHEST_OF_NETWORKS);
        most(problems, field + ".to", range.to, HIGHEST_OF_NETWORKS);
      }
    }
  }

  private static void check(Problems problems, String field, double temperature) {
    problems.require(
        temperature >= LOWEST, field, "must be at least " + SayValue.of(LOWEST), temperature);
    most(problems, field, temperature, HIGHEST);
  }

  private static void most(Problems problems, String field, double temperature, double most) {
    problems.require(
        !(temperature > most), field, "must be at most " + SayValue.of(most), temperature);
  }

  /**
   * Temperatures listed one by one.
   *
   * @param values 1 to 1,000 distinct numbers from 1e-12 to 1e15
   */
  @Bare
  record Listed(
      @Items(least = 1, most = 1_000) @Within(least = LOWEST, most = HIGHEST) List<Double> values)
      implements Temperatures {

    public Listed {
      values = List.copyOf(values);
      var problems = new Problems();
      problems.items(Listed.class, "values", "", values, "must hold 1 to 1000 numbers");
      for (int i = 0; i < values.size(); i++) {
        check(problems, "[" + i + "]", values.get(i));
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
   * @param from the first, 1e-12 to 1e15
   * @param to the last, 1e-12 to 1e15, above {@code from}
   * @param count how many, 2 to 1,000
   */
  record Logarithmic(
      @Within(least = LOWEST, most = HIGHEST) double from,
      @Within(least = LOWEST, most = HIGHEST) double to,
      @Within(least = 2, most = 1_000) int count)
      implements Temperatures {

    public Logarithmic {
      var problems = new Problems();
      check(problems, "from", from);
      check(problems, "to", to);
      problems
          .within(Logarithmic.class, "count", count)
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
