package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.TrialInput;

/** Refuses a spec whose inputs are not there and never will be, by the fields that name them. */
final class CheckInputs {

  private final Change change;
  private final ExperimentSpec spec;
  private final Map<String, Source> sources = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private CheckInputs(Change change, ExperimentSpec spec) {
    this.change = change;
    this.spec = spec;
  }

  /** An experiment that is named: its spec, or the law that it breaks. */
  private record Source(Optional<ExperimentSpec> spec, String law) {}

  /**
   * Checks all of them, in the change that submits.
   *
   * @throws InvalidSpec with a problem for each that is not there
   */
  static void of(Change change, ExperimentSpec spec) {
    var check = new CheckInputs(change, spec);
    spec.inputs().forEach(check::check);
    if (!check.problems.isEmpty()) {
      throw InvalidSpec.of(check.problems);
    }
  }

  private void check(TrialInput input) {
    PointRef from = input.from();
    Source source =
        from.experiment()
            .map(id -> sources.computeIfAbsent(id, this::find))
            .orElseGet(() -> new Source(Optional.of(spec), ""));
    if (source.spec().isEmpty()) {
      refuse(input, "experiment", source.law(), from.experiment().orElse(""));
      return;
    }
    ExperimentSpec named = source.spec().get();
    Optional<String> refused = spec.refuse(named);
    if (refused.isPresent()) {
      refuse(input, "experiment", refused.get(), from.experiment().orElse(""));
      return;
    }
    if (!named.points().contains(from.point())) {
      refuse(input, "point", "must be one that trials of this kind reach: " + points(named), from);
    }
    if (from.trial() >= named.trialCount()) {
      String law = "must be a trial of that experiment, 0 to " + (named.trialCount() - 1);
      refuse(input, "trial", law, String.valueOf(from.trial()));
    } else {
      from.experiment().ifPresent(id -> checkState(input, new ExperimentId(id)));
    }
  }

  /** Locked, so that nobody purges it meanwhile. */
  private Source find(String id) {
    var experiment = new ExperimentId(id);
    if (change.lock(experiment).isEmpty()) {
      return new Source(Optional.empty(), "must be an experiment that is there");
    }
    if (DeleteExperiment.isDeleted(change, experiment)) {
      return new Source(
          Optional.empty(), "must not be of an experiment in the bin: restore it first");
    }
    return ReadExperiments.document(change.handle(), experiment)
        .map(ReadExperiments::spec)
        .flatMap(Document::content)
        .map(readable -> new Source(Optional.of(readable), ""))
        .orElseGet(
            () -> new Source(Optional.empty(), "must be an experiment whose spec can be read"));
  }

  private void checkState(TrialInput input, ExperimentId experiment) {
    PointRef from = input.from();
    TrialState state = ReadInputs.state(change.handle(), experiment, from.trial());
    switch (state) {
      case FAILED, CANCELLED ->
          refuse(
              input,
              "trial",
              "must be one that has a result or waits for one: this one "
                  + ReadInputs.ended(state)
                  + ", so retry it first",
              String.valueOf(from.trial()));
      case FINISHED -> {
        if (!ReadInputs.isThere(change.handle(), experiment, from)) {
          refuse(input, "point", "must be one that this trial has reached", from);
        }
      }
      case QUEUED, RUNNING, PAUSED -> {}
    }
  }

  private static String points(ExperimentSpec named) {
    List<String> points = named.points().stream().map(Named::id).sorted().toList();
    return points.isEmpty() ? "these keep none" : String.join(", ", points);
  }

  private void refuse(TrialInput input, String field, String law, PointRef value) {
    refuse(input, field, law, value.point().id());
  }

  private void refuse(TrialInput input, String field, String law, String value) {
    var problem = new Problem(input.field() + "." + field, law, value);
    // Several points of one trial may be named by one field.
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
