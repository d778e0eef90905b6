package org.shiftscope.compute.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What sets the trials of an experiment apart: one trial for each combination of the values of some
 * axes. Trials go through the first axis first, so that an experiment that is stopped early holds
 * every temperature of its first seeds. Axes that run together are the columns of a list of trials
 * instead: the first trial has the first value of each, and a value may be lacking.
 *
 * @param all at least one axis, each of another name; the first runs fastest
 * @param together whether they run together: all are then of one size
 */
public record Axes(List<Axis> all, boolean together) {

  /** Trials of any kind: more would not be told apart on a page. */
  static final int MOST_TRIALS = 10_000;

  public Axes {
    all = List.copyOf(all);
  }

  /** One trial for each combination of values. */
  public Axes(List<Axis> all) {
    this(all, false);
  }

  static Axes of(Axis... axes) {
    return new Axes(List.of(axes));
  }

  /** A list of trials, of which these are the columns. */
  static Axes together(Axis... columns) {
    return new Axes(List.of(columns), true);
  }

  /** Those of the kinds whose trials differ by temperature and seed alone. */
  static Axes of(Temperatures temperatures, Seeds seeds) {
    return of(Axis.of(temperatures), Axis.of(seeds));
  }

  /** With one axis more, which runs slowest. */
  Axes with(Axis slowest) {
    return new Axes(Stream.concat(all.stream(), Stream.of(slowest)).toList());
  }

  /** Number of trials, exact also where it breaks the law on it. */
  long trials() {
    return together
        ? all.getFirst().size()
        : all.stream().mapToLong(Axis::size).reduce(1, Math::multiplyExact);
  }

  /** Number of trials, at least 1. */
  public int count() {
    return Math.toIntExact(trials());
  }

  /** The values of a trial by their axes' names, in the order of the axes; none that lacks. */
  public SequencedMap<String, Number> at(int trial) {
    SequencedMap<String, Number> values = new LinkedHashMap<>();
    for (int axis = 0; axis < all.size(); axis++) {
      Number value = all.get(axis).values().apply(index(trial, axis));
      if (value != null) {
        values.put(all.get(axis).name(), value);
      }
    }
    return values;
  }

  /** What sets a trial apart from the others, for a person: {@code "T = 0.003, seed 1"}. */
  public String label(int trial) {
    return IntStream.range(0, all.size())
        .filter(axis -> all.get(axis).values().apply(index(trial, axis)) != null)
        .mapToObj(axis -> all.get(axis).label(index(trial, axis)))
        .collect(Collectors.joining(", "));
  }

  /** The value of a trial on an axis of real numbers. */
  public double number(String name, int trial) {
    return value(name, trial).doubleValue();
  }

  /** The value of a trial on an axis of whole numbers. */
  public long whole(String name, int trial) {
    return value(name, trial).longValue();
  }

  private Number value(String name, int trial) {
    for (int axis = 0; axis < all.size(); axis++) {
      if (all.get(axis).name().equals(name)) {
        return all.get(axis).values().apply(index(trial, axis));
      }
    }
    throw new IllegalArgumentException("There is no axis " + name);
  }

  private int index(int trial, int axis) {
    if (together) {
      return trial;
    }
    int slower = trial;
    for (int faster = 0; faster < axis; faster++) {
      slower /= all.get(faster).size();
    }
    return slower % all.get(axis).size();
  }

  /** Checks the number of trials, at the field of the first axis. */
  Problems check(Problems problems, int mostTrials, String field, String others) {
    return problems.require(
        trials() <= mostTrials,
        field,
        "times " + others + " must make at most " + mostTrials + " trials",
        trials());
  }
}
