package org.shiftscope.ui.chosen;

import com.vaadin.flow.router.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.frame.Navigation;

/**
 * The experiments that an address names, as they are on this server.
 *
 * @param asked the ids of the address
 * @param found those that can be read, with their specs
 * @param leftOut why others are left out, a sentence for each
 */
public record AskedExperiments(
    List<String> asked,
    SequencedMap<ExperimentSummary, ExperimentSpec> found,
    List<String> leftOut) {

  /** The ids of an address, each once. */
  public static List<String> ids(Location address, int most) {
    return address.getQueryParameters().getSingleParameter(Navigation.EXPERIMENTS_OF).stream()
        .flatMap(ids -> Stream.of(ids.split(",", -1)))
        .map(String::strip)
        .filter(id -> !id.isEmpty())
        .distinct()
        .limit(most)
        .toList();
  }

  /** Whether what is said of experiments of the address may differ after an event. */
  public static boolean concerns(List<String> ids, Event event) {
    return ids.contains(event.experiment().value())
        && switch (event.type()) {
          case TRIAL_PROGRESS, TRIAL_STARTED, TRIAL_REQUEUED -> false;
          default -> true;
        };
  }

  /** Reads them. */
  public static AskedExperiments read(Experiments experiments, List<String> asked) {
    SequencedMap<ExperimentSummary, ExperimentSpec> found = new LinkedHashMap<>();
    List<String> leftOut = new ArrayList<>();
    for (String id : asked) {
      Optional<Experiment> experiment = ExperimentId.parse(id).flatMap(experiments::find);
      Optional<ExperimentSpec> spec = experiment.flatMap(Experiment::spec);
      if (experiment.isEmpty()) {
        leftOut.add("There is no experiment " + id + " on this server.");
      } else if (experiment.get().summary().deleted().isPresent()) {
        leftOut.add("“" + experiment.get().title() + "” is deleted: restore it first.");
      } else if (spec.isEmpty()) {
        leftOut.add("The spec of “" + experiment.get().title() + "” cannot be read.");
      } else {
        found.put(experiment.get().summary(), spec.get());
      }
    }
    return new AskedExperiments(asked, found, leftOut);
  }
}
