package org.shiftscope.ui.kind.invariance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.TrialSubject;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Search;

/**
 * The experiments with a trial that can be checked, the newest first, read in parts as a person
 * types and scrolls. A part begins after the last one of the part before it.
 */
final class CheckableExperiments {

  /** Outcomes of trials that reached their train and test points. */
  static final Set<String> WITH_POINTS = Set.of(Outcome.MEASURED.id(), Outcome.UNCONVERGED.id());

  private static final String BETWEEN = " · ";

  private static final Set<String> KINDS =
      Presets.all().stream()
          .map(Preset::spec)
          .filter(TrialSubject::keepsPoints)
          .map(ExperimentSpec::kind)
          .collect(Collectors.toUnmodifiableSet());

  private final Map<String, String> titles = new HashMap<>();
  private final NavigableMap<Integer, ExperimentId> ends = new TreeMap<>();
  private String text = "";

  /** Whether there is any. */
  static boolean any(Experiments experiments) {
    return !experiments.list(query(""), Optional.empty(), 1).isEmpty();
  }

  /**
   * The ids of a part.
   *
   * @param asked words of a title, an id, or a name in a spec; empty for all
   * @param offset how many are left out before
   * @param limit at most so many
   */
  Stream<String> read(Experiments experiments, String asked, int offset, int limit) {
    if (!asked.equals(text) || offset == 0) {
      text = asked;
      ends.clear();
    }
    int from = Optional.ofNullable(ends.floorKey(offset)).orElse(0);
    List<ExperimentSummary> found =
        experiments.list(
            query(asked), Optional.ofNullable(ends.get(from)), limit + (offset - from));
    if (!found.isEmpty()) {
      ends.put(from + found.size(), found.getLast().id());
    }
    found.forEach(each -> titles.put(each.id().value(), each.title()));
    return found.stream().skip(offset - from).map(each -> each.id().value());
  }

  /** Its title and its id; the id alone of one that is not there. */
  String label(Experiments experiments, String id) {
    String title =
        titles.computeIfAbsent(
            id,
            unknown ->
                ExperimentId.parse(unknown)
                    .flatMap(experiments::summary)
                    .map(ExperimentSummary::title)
                    .orElse(""));
    return title.isEmpty() ? id : title + BETWEEN + id;
  }

  private static Search query(String text) {
    return Search.words(text.replace(BETWEEN, " ")).and("kind", KINDS).and("outcome", WITH_POINTS);
  }
}
