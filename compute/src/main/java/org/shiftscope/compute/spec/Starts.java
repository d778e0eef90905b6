package org.shiftscope.compute.spec;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The trials whose SGD starts from a point of another trial. Those that are not named draw their
 * weights.
 *
 * @param values at least one, each of another trial
 */
@Bare
public record Starts(List<StartSpec> values) {

  public Starts {
    values = List.copyOf(values);
    var problems = new Problems().require(!values.isEmpty(), "", "must name a trial", "");
    Set<Integer> trials = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      int trial = values.get(i).trial();
      problems.require(trials.add(trial), "[" + i + "].trial", "must be named once", trial);
    }
    problems.refuseIfAny();
  }

  /** Where a trial starts; empty where it draws its weights. */
  Optional<PointRef> of(int trial) {
    return values.stream().filter(start -> start.trial() == trial).map(StartSpec::from).findFirst();
  }

  /** The same as inputs of the field {@code start}. */
  List<TrialInput> inputs() {
    return IntStream.range(0, values.size())
        .mapToObj(
            i ->
                new TrialInput(
                    values.get(i).trial(), "start[" + i + "].from", values.get(i).from()))
        .toList();
  }

  void check(Problems problems, int trials) {
    for (int i = 0; i < values.size(); i++) {
      problems.wholeNumber("start[" + i + "].trial", values.get(i).trial(), 0, trials - 1L);
    }
    InputLaws.check(problems, inputs(), trials);
  }
}
