package org.shiftscope.compute.finding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.Remarked;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Remark;

/** Says which trials are left out, and which count with a remark. */
public final class SayTrials {

  /** The counts of the grades tell these, with the reasons. */
  private static final Set<Remark> GRADED =
      EnumSet.of(Remark.TRAIN_POINT_NO_MINIMUM, Remark.TEST_POINT_NO_MINIMUM);

  private SayTrials() {}

  static String of(int asked, List<Remarked> remarks, Include include) {
    List<Remarked> outs = remarks.stream().filter(each -> !include.takes(each.remark())).toList();
    Set<Integer> left =
        outs.stream().flatMap(each -> each.trials().stream()).collect(Collectors.toSet());
    String out = list(outs);
    String in =
        list(
            remarks.stream()
                .filter(each -> include.takes(each.remark()) && !GRADED.contains(each.remark()))
                .map(each -> without(each, left))
                .filter(each -> !each.trials().isEmpty())
                .toList());
    String leftOut =
        out.isEmpty() ? "" : "Left out of " + SayNumber.trials(asked) + ": " + out + ".";
    String counted = in.isEmpty() ? "" : "Counted, to be read with care: " + in + ".";
    return (leftOut + " " + counted).strip();
  }

  /** A trial that is left out for one reason is not counted for another. */
  private static Remarked without(Remarked remarked, Set<Integer> trials) {
    return new Remarked(
        remarked.remark(),
        remarked.trials().stream().filter(trial -> !trials.contains(trial)).toList());
  }

  private static String list(List<Remarked> remarks) {
    return remarks.stream()
        .map(each -> each.trials().size() + " " + each.remark().title())
        .collect(Collectors.joining(", "));
  }

  /** The sentences where no trial counts; never empty. */
  public static List<String> nothing(CountedTrials trials) {
    if (trials.ended() == 0) {
      return List.of("No trial has a result yet, of " + trials.asked() + ".");
    }
    String none =
        trials.ended() == trials.asked()
            ? "None of " + SayNumber.trials(trials.asked()) + " counts."
            : "None counts of the " + SayNumber.trials(trials.ended()) + " with a result so far.";
    return with(List.of(none), trials);
  }

  /** The same, with how many of the points are minima. */
  public static List<String> whole(
      CountedTrials trials, List<String> found, Optional<PointGrades> grades) {
    return whole(
        trials,
        Stream.concat(found.stream(), grades.stream().flatMap(each -> each.sentences().stream()))
            .toList());
  }

  /**
   * What was found, how much of the experiment it is from, and what it leaves out.
   *
   * @param found at least one sentence, the first leading
   */
  public static List<String> whole(CountedTrials trials, List<String> found) {
    String part =
        trials.ended() < trials.asked()
            ? "From the "
                + trials.ended()
                + " of "
                + SayNumber.trials(trials.asked())
                + " with a result: "
            : "";
    List<String> whole = new ArrayList<>(found);
    whole.set(0, part + found.getFirst());
    return with(whole, trials);
  }

  private static List<String> with(List<String> found, CountedTrials trials) {
    return Stream.concat(found.stream(), Stream.of(trials.sentence()))
        .filter(each -> !each.isEmpty())
        .toList();
  }
}
