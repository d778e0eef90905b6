package org.shiftscope.ui.kind.sweep;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.SweepFindings.Eq3;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.Trends;

/**
 * What was found at one flow time.
 *
 * @param time τ on both losses; 0 for minima
 * @param suffix what sets the ids of its figures apart from those of the last time; empty for that
 * @param trends every quantity against T
 * @param eq3 the check of Eq. 3
 */
record TimedTrends(FlowTime time, String suffix, Trends trends, Eq3 eq3) {

  /** Those of all flow times, ascending; of minima the one. */
  static List<TimedTrends> of(TemperatureSweep sweep, SweepFindings found, Results results) {
    Trends last = Trends.of(sweep, results);
    List<FlowTime> times = sweep.refinement().flowTimes();
    FlowTime end = times.isEmpty() ? new FlowTime(0, 0) : times.getLast();
    return Stream.concat(
            IntStream.range(0, found.earlier().size()).mapToObj(i -> earlier(i, found, last)),
            Stream.of(new TimedTrends(end, "", last, found.eq3())))
        .toList();
  }

  private static TimedTrends earlier(int i, SweepFindings found, Trends last) {
    SweepFindings.AtTime at = found.earlier().get(i);
    return new TimedTrends(
        new FlowTime(at.trainTime(), at.testTime()),
        "-earlier-" + (i + 1),
        new Trends(at.trends(), last.places(), last.origins()),
        at.eq3());
  }

  /** "τ = 5". */
  String title() {
    return SayTimes.one(time);
  }
}
