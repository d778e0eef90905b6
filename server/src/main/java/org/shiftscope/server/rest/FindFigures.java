package org.shiftscope.server.rest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.scatter.ScatterTab;

/**
 * The figures of an experiment's page, as they stand now, in the order of its tabs; the scatter of
 * its trials last.
 */
record FindFigures(Experiments experiments, FindIncluded found) {

  List<Figure> of(Experiment experiment, Include include, ScatterChoice scatter) {
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    List<Trial> trials = experiments.trials(experiment.id());
    var results = new Results(trials, Optional.of(found.of(experiment, spec, trials, include)));
    return Stream.concat(KindPage.of(spec).tabs().stream(), Stream.of(ScatterTab.of(spec, scatter)))
        .flatMap(tab -> tab.figures().of(OptionalDouble.empty(), results).stream())
        .toList();
  }
}
