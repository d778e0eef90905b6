package org.shiftscope.server.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.Results;

/** The figures of an experiment's page, as they stand now, in the order of its tabs. */
record FindFigures(Experiments experiments) {

  List<Figure> of(Experiment experiment, Include include) {
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    List<Trial> trials = experiments.trials(experiment.id());
    var results =
        new Results(
            trials, Optional.of(experiments.findings().of(experiment.id(), spec, trials, include)));
    return KindPage.of(spec).tabs().stream()
        .flatMap(tab -> tab.figures().of(OptionalDouble.empty(), results).stream())
        .toList();
  }
}
