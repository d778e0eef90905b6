package org.shiftscope.compute.kind.sweep;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.claim.ByDraw;
import org.shiftscope.compute.claim.PairEnds;
import org.shiftscope.compute.claim.WeighMeans;
import org.shiftscope.compute.claim.WeighTrend;
import org.shiftscope.compute.decomposition.ClaimLargestPart;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Claimed;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.TemperatureSweep;

/** What a temperature sweep holds for or against the claims, at each of its flow times. */
final class ClaimSweep {

  private ClaimSweep() {}

  static List<ClaimEvidence> of(TemperatureSweep sweep, Seen<ShiftMeasurement> seen) {
    if (seen.results().isEmpty()) {
      return List.of();
    }
    List<FlowTime> times = sweep.refinement().flowTimes();
    int count = seen.results().getFirst().atEachTime().size();
    return Stream.of(
            IntStream.range(0, count)
                .boxed()
                .flatMap(
                    i ->
                        new ClaimAtTime(
                                sweep.network(),
                                i < times.size() ? Optional.of(times.get(i)) : Optional.empty(),
                                seen.resampledBy("claims at flow time " + i)
                                    .map(trial -> trial.atEachTime().get(i)))
                            .all()),
            ofSgd(seen),
            FindSweep.decomposed(sweep, seen).stream()
                .flatMap(terms -> ClaimLargestPart.of(terms, "eq4").stream()))
        .flatMap(each -> each)
        .toList();
  }

  /** C7: what SGD came to, whatever the flows after it. */
  private static Stream<ClaimEvidence> ofSgd(Seen<ShiftMeasurement> seen) {
    ToDoubleFunction<ShiftMeasurement> test = trial -> trial.sgd().testLoss();
    PairEnds<ShiftMeasurement> ends = PairEnds.of(seen);
    return Stream.of(
        WeighTrend.alongTemperature(seen.places(), seen.stream().split("claims of sgd"))
            .falls(about("sgd-test-loss", "Test loss at the end of SGD"), seen.each(test)),
        WeighMeans.ratio(
            about("sgd-train-loss", "Train loss at the end of SGD, highest T less lowest"),
            "The change in parts of the test loss at the lowest T",
            ByDraw.of(
                ends.places(), ends.change(trial -> trial.sgd().trainLoss()), ends.atLowest(test)),
            Claimed.about(0, ClaimAtTime.MARGIN)));
  }

  private static Subject about(String id, String title) {
    return new Subject(Claim.C7, id, title, "", Optional.empty(), "trials", "");
  }
}
