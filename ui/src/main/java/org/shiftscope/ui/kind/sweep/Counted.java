package org.shiftscope.ui.kind.sweep;

import java.util.List;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.chart.Points.Origin;

/**
 * The trials that count, in the order of the series of findings.
 *
 * @param places where each stands
 */
record Counted(TemperatureSweep sweep, List<Place> places) {

  /** Their temperatures. Shape [counted]. */
  Series temperatures() {
    return Series.of(places.stream().mapToDouble(Place::temperature).toArray());
  }

  /** Where their points come from. */
  List<Origin> origins() {
    return places.stream()
        .map(place -> new Origin(place.trial(), sweep.trialLabel(place.trial())))
        .toList();
  }
}
