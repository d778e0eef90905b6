package org.shiftscope.compute.result;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which trials a person left out by hand, as figures, tables and names of files say it: in a
 * bounded length.
 *
 * @param trials their numbers, ascending; empty where none is left out
 */
public record WithoutTrials(List<Integer> trials) {

  /** Nothing is left out. */
  public static final WithoutTrials NONE = new WithoutTrials(List.of());

  private static final int NAMED = 8;

  public WithoutTrials {
    trials = List.copyOf(trials);
  }

  /** Whether nothing is left out. */
  public boolean isEmpty() {
    return trials.isEmpty();
  }

  /** "Without trials 3, 17, left out by hand."; empty where nothing is. */
  public String sentence() {
    if (isEmpty()) {
      return "";
    }
    String named = named(", ");
    return "Without "
        + (trials.size() == 1 ? "trial " : "trials ")
        + named
        + (trials.size() > NAMED ? " and " + (trials.size() - NAMED) + " more" : "")
        + ", left out by hand.";
  }

  /** A text followed by the sentence. */
  public String after(String text) {
    return (text + " " + sentence()).strip();
  }

  /** "3,17" as addresses have it, or "25 trials" where they are many; empty where none is. */
  public String brief() {
    return trials.size() > NAMED ? trials.size() + " trials" : named(",");
  }

  /** A name of a file, which tells it from that of all trials: "x-without-3-17". */
  public String file(String name) {
    return isEmpty() ? name : name + "-without-" + brief().replaceAll("[, ]", "-");
  }

  private String named(String between) {
    return trials.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(between));
  }
}
