package org.shiftscope.compute.spec;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What inputs from the own experiment must be, whatever the kind: trials that are there, and no
 * circle. What those of other experiments must be, the record of them knows.
 */
final class InputLaws {

  private InputLaws() {}

  static void check(Problems problems, List<TrialInput> inputs, int trials) {
    List<TrialInput> own =
        inputs.stream().filter(input -> input.from().experiment().isEmpty()).toList();
    own.forEach(
        input ->
            problems.wholeNumber(input.field() + ".trial", input.from().trial(), 0, trials - 1L));
    // Trials that are not there are refused for that alone.
    Set<Integer> endless =
        endless(
            own.stream()
                .filter(input -> Math.max(input.trial(), input.from().trial()) < trials)
                .toList());
    own.stream()
        .filter(input -> endless.contains(input.trial()))
        .findFirst()
        .ifPresent(
            input ->
                problems.require(
                    false,
                    input.field() + ".trial",
                    "must not make trial " + input.trial() + " wait for itself in the end",
                    input.from().trial()));
  }

  /** The trials that would wait for ever: those left after all that can run have run. */
  private static Set<Integer> endless(List<TrialInput> own) {
    Map<Integer, List<Integer>> followers =
        own.stream()
            .collect(
                groupingBy(input -> input.from().trial(), mapping(TrialInput::trial, toList())));
    Map<Integer, Integer> waits = new HashMap<>();
    own.forEach(input -> waits.merge(input.trial(), 1, Integer::sum));
    Deque<Integer> free = new ArrayDeque<>(followers.keySet());
    free.removeIf(waits::containsKey);
    while (!free.isEmpty()) {
      for (int follower : followers.getOrDefault(free.pop(), List.of())) {
        if (waits.merge(follower, -1, Integer::sum) == 0) {
          waits.remove(follower);
          free.push(follower);
        }
      }
    }
    return waits.keySet();
  }
}
