package org.shiftscope.compute.finding;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.WithoutTrials;
import org.shiftscope.compute.spec.Named;

/**
 * Which trials enter means, fits and tests.
 *
 * @param measured which of those that were measured
 * @param without numbers of trials that a person leaves out whatever they measured, ascending
 */
public record Include(Measured measured, SortedSet<Integer> without) {

  /** Those that count, which is the default. */
  public static final Include COUNTED = of(Measured.COUNTED);

  /** Hardly trained ones, and walkers that have not arrived, as well. */
  public static final Include ALL = of(Measured.ALL);

  public Include {
    without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
  }

  /** Which of the trials that were measured enter. */
  public enum Measured implements Named {
    /** Those that count, which is the default. */
    COUNTED("Trials that count"),
    /** Hardly trained ones, and walkers that have not arrived, as well. */
    ALL("All that were measured");

    private final String title;

    Measured(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /** Without leaving out any by hand. */
  public static Include of(Measured measured) {
    return new Include(measured, Collections.emptySortedSet());
  }

  /** The same, but for these trials alone. */
  public Include without(Collection<Integer> trials) {
    return new Include(measured, new TreeSet<>(trials));
  }

  /** The numbers of the trials left out by hand, as addresses have them: "3,17". */
  public String withoutText() {
    return without.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** The trials left out by hand, as figures, tables and files say it. */
  public WithoutTrials leftOut() {
    return new WithoutTrials(List.copyOf(without));
  }

  /** Whether a trial of which it is said enters. */
  boolean takes(Remark remark) {
    return switch (remark.counts()) {
      case NEVER -> false;
      case IF_ASKED -> measured == Measured.ALL;
      case YES -> true;
    };
  }
}
