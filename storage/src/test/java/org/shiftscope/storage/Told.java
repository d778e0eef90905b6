package org.shiftscope.storage;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.TorturedProcess.Verb;

/**
 * What {@link TorturedProcess}es told before they were killed, and that a record holds it: nothing
 * acknowledged is lost, nothing is there twice, and each result has the bits of one that nobody
 * disturbed. What was asked and not acknowledged may have happened or not.
 */
final class Told {

  private static final int ALL = 1_000_000;

  private final Map<ExperimentSpec, List<TrialResult>> undisturbed;
  private final Map<ExperimentId, Known> known = new HashMap<>();

  /** Experiments with news since the last look, of which every trial is looked at again. */
  private final Set<ExperimentId> changed = new HashSet<>();

  private final Map<ExperimentId, Set<Integer>> ended = new HashMap<>();
  private final Map<ExperimentId, Set<Integer>> finished = new HashMap<>();
  private Optional<Known> before = Optional.empty();
  private int submitsUnanswered;

  /**
   * @param undisturbed the results of each spec's trials
   */
  Told(Map<ExperimentSpec, List<TrialResult>> undisturbed) {
    this.undisturbed = undisturbed;
  }

  /**
   * What is known of an experiment; empty where it was asked and not answered.
   *
   * @param purged whether it is gone for good
   * @param deleted whether it is in the bin
   * @param cancelled whether it was cancelled last, and not retried since
   * @param paused whether it was paused last, and not resumed since
   * @param retried whether it ever may have been
   * @param title its name, where somebody gave it another
   */
  private record Known(
      Optional<Boolean> purged,
      Optional<Boolean> deleted,
      boolean cancelled,
      boolean paused,
      boolean retried,
      Optional<String> title) {

    static final Known SUBMITTED =
        new Known(Optional.of(false), Optional.of(false), false, false, false, Optional.empty());

    Known asked(Verb verb) {
      return switch (verb) {
        case SUBMIT, TO_FRONT -> this;
        case CANCEL, PAUSE, RESUME -> new Known(purged, deleted, false, false, retried, title);
        case RETRY, RETRY_FAILED -> new Known(purged, deleted, false, false, true, title);
        case RENAME -> new Known(purged, deleted, cancelled, paused, retried, Optional.empty());
        case DELETE, RESTORE ->
            new Known(purged, Optional.empty(), cancelled, paused, retried, title);
        case PURGE -> new Known(Optional.empty(), deleted, cancelled, paused, retried, title);
      };
    }

    /** After it was acknowledged that it changed something. */
    Known did(Verb verb, String newTitle) {
      return switch (verb) {
        case CANCEL -> new Known(purged, deleted, true, false, retried, title);
        case PAUSE -> new Known(purged, deleted, false, true, retried, title);
        case RENAME ->
            new Known(purged, deleted, cancelled, paused, retried, Optional.of(newTitle));
        case DELETE, RESTORE ->
            new Known(purged, Optional.of(verb == Verb.DELETE), cancelled, paused, retried, title);
        case PURGE -> new Known(Optional.of(true), deleted, cancelled, paused, retried, title);
        case RETRY, RETRY_FAILED, RESUME, TO_FRONT, SUBMIT -> this;
      };
    }
  }

  /** Takes a line; those of one process in their order. */
  synchronized void hear(String line) {
    String[] words = line.split(" ");
    switch (words[0]) {
      case "ended" -> {
        ExperimentId id = new ExperimentId(words[1]);
        ended.computeIfAbsent(id, _ -> new TreeSet<>()).add(Integer.parseInt(words[2]));
        changed.add(id);
      }
      case "asks" -> asks(Verb.valueOf(words[1]), words);
      case "did" -> did(Verb.valueOf(words[1]), words);
      default -> {}
    }
  }

  private void asks(Verb verb, String[] words) {
    if (verb == Verb.SUBMIT) {
      submitsUnanswered++;
      return;
    }
    var id = new ExperimentId(words[2]);
    Known now = known.getOrDefault(id, Known.SUBMITTED); // else a submit that was not acknowledged
    before = Optional.of(now);
    known.put(id, now.asked(verb));
    changed.add(id);
  }

  private void did(Verb verb, String[] words) {
    var id = new ExperimentId(words[2]);
    boolean happened = words[3].equals("true");
    if (verb == Verb.SUBMIT) {
      submitsUnanswered--;
      known.put(id, Known.SUBMITTED);
      changed.add(id);
    } else if (happened) {
      known.computeIfPresent(id, (_, now) -> now.did(verb, String.join(" ", rest(words))));
    } else {
      known.put(id, before.orElseThrow());
    }
  }

  private static List<String> rest(String[] words) {
    return List.of(words).subList(4, words.length);
  }

  /**
   * Looks whether a record holds all that was told. Nobody must ask anything meanwhile.
   *
   * @return experiments and trials with a result in it, for a line
   */
  synchronized String check(Experiments experiments) {
    Map<ExperimentId, ExperimentSummary> kept =
        Stream.of(Search.ALL, Search.BIN)
            .flatMap(search -> experiments.list(search, Optional.empty(), ALL).stream())
            .collect(toMap(ExperimentSummary::id, each -> each));
    adoptUnanswered(kept);
    known.forEach((id, facts) -> checkKept(id, facts, Optional.ofNullable(kept.get(id))));
    for (ExperimentId id : changed) {
      if (kept.containsKey(id)) {
        checkTrials(experiments, id);
      }
    }
    changed.clear();
    kept.values().stream().filter(each -> !each.state().ended()).forEach(e -> changed.add(e.id()));
    return kept.size()
        + " experiments, "
        + finished.values().stream().mapToInt(Set::size).sum()
        + " results";
  }

  /** Looks at every trial of every experiment again. */
  synchronized String checkAll(Experiments experiments) {
    changed.addAll(known.keySet());
    return check(experiments);
  }

  private void adoptUnanswered(Map<ExperimentId, ExperimentSummary> kept) {
    Set<ExperimentId> unknown = new HashSet<>(kept.keySet());
    unknown.removeAll(known.keySet());
    assertThat(unknown.size())
        .describedAs("experiments that nobody asked for")
        .isLessThanOrEqualTo(submitsUnanswered);
    unknown.forEach(id -> known.put(id, Known.SUBMITTED));
    changed.addAll(unknown);
    submitsUnanswered = 0;
  }

  private static void checkKept(ExperimentId id, Known facts, Optional<ExperimentSummary> kept) {
    facts
        .purged()
        .ifPresent(purged -> assertThat(kept.isEmpty()).describedAs("%s", id).isEqualTo(purged));
    if (kept.isEmpty()) {
      return;
    }
    ExperimentSummary now = kept.get();
    facts
        .deleted()
        .ifPresent(
            deleted ->
                assertThat(now.deleted().isPresent())
                    .describedAs("%s is deleted", id)
                    .isEqualTo(deleted));
    facts
        .title()
        .ifPresent(title -> assertThat(now.title()).describedAs("%s", id).isEqualTo(title));
    if (facts.cancelled()) {
      assertThat(now.state()).describedAs("%s", id).isEqualTo(ExperimentState.CANCELLED);
    }
  }

  private void checkTrials(Experiments experiments, ExperimentId id) {
    Known facts = Objects.requireNonNull(known.get(id));
    List<TrialSummary> trials = experiments.trials(id, 0, ALL);
    List<TrialResult> expected =
        Objects.requireNonNull(
            undisturbed.get(experiments.find(id).orElseThrow().spec().orElseThrow()));
    assertThat(trials).describedAs("%s", id).hasSameSizeAs(expected);
    Set<Integer> results = new TreeSet<>();
    for (TrialSummary trial : trials) {
      String which = id + " " + trial.number();
      if (facts.paused()) {
        assertThat(trial.state()).describedAs(which).isNotIn(TrialState.QUEUED, TrialState.RUNNING);
      }
      if (trial.state() == TrialState.FINISHED) {
        results.add(trial.number());
      }
      trial
          .failure()
          .ifPresent(
              failure ->
                  assertThat(failure).describedAs(which).containsAnyOf("process ended", "needs"));
      if (!facts.retried() && ended.getOrDefault(id, Set.of()).contains(trial.number())) {
        assertThat(trial.state().ended()).describedAs(which).isTrue();
      }
    }
    Set<Integer> earlier = finished.computeIfAbsent(id, _ -> new TreeSet<>());
    assertThat(results).describedAs("%s", id).containsAll(earlier);
    earlier.addAll(results);
    experiments
        .results(id, results)
        .forEach(
            (number, found) ->
                assertThat(found.content())
                    .describedAs("%s %s", id, number)
                    .contains(expected.get(number)));
    checkEvents(experiments.events(id, 0), results, id);
  }

  /**
   * A trial ends once for each time that it is taken up or queued again, and never after a result.
   */
  private static void checkEvents(List<Event> events, Set<Integer> results, ExperimentId id) {
    Map<Integer, List<Event.Type>> byTrial = new TreeMap<>();
    Set<Integer> over = new HashSet<>();
    long last = 0;
    for (Event event : events) {
      assertThat(event.sequence()).isGreaterThan(last);
      last = event.sequence();
      if (event.type() == Event.Type.EXPERIMENT_RETRIED) {
        over.clear();
      }
      if (event.trial().isPresent()) {
        int trial = event.trial().get();
        byTrial.computeIfAbsent(trial, _ -> new ArrayList<>()).add(event.type());
        if (event.type() == Event.Type.TRIAL_ENDED) {
          assertThat(over.add(trial))
              .describedAs("%s %s ended twice: %s", id, trial, events)
              .isTrue();
        } else {
          over.remove(trial);
        }
      }
    }
    for (int trial : results) {
      assertThat(byTrial.get(trial))
          .describedAs("%s %s", id, trial)
          .last()
          .isEqualTo(Event.Type.TRIAL_ENDED);
    }
  }
}
