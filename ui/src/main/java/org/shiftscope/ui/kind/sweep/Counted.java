package org.shiftscope.ui.kind.sweep;

import java.util.List;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Points.Origin;
import org.shiftscope.ui.wording.FormatNumber;

/**
 * The trials that count, in the order of the series of findings.
 *
 * @param places where each stands
 */
record Counted(List<Place> places) {

  /** Their temperatures. Shape [counted]. */
  Series temperatures() {
    return Series.of(places.stream().mapToDouble(Place::temperature).toArray());
  }

  /** Where their points come from. */
  List<Origin> origins() {
    return places.stream().map(place -> new Origin(place.trial(), label(place))).toList();
  }

  private static String label(Place place) {
    return "T = " + FormatNumber.significant(place.temperature()) + ", seed " + place.seed();
  }
}
