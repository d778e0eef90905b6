package org.shiftscope.compute.decomposition;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.shiftscope.compute.claim.ByDraw;
import org.shiftscope.compute.claim.WeighMeans;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.ClaimEvidence.Subject;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.Decomposition;

/**
 * C5: at the lowest temperature the shift-curvature exceeds the size of both other curvatures. Of
 * these the size is taken, since one that lowers the loss by more is no smaller part; the
 * shift-curvature must be above 0, as the paper has it.
 */
public final class ClaimLargestPart {

  private ClaimLargestPart() {}

  /**
   * Weighs it.
   *
   * @param tab where the page of the experiment draws the parts
   */
  public static List<ClaimEvidence> of(Seen<Decomposition> seen, String tab) {
    if (seen.results().isEmpty()) {
      return List.of();
    }
    double lowest = seen.temperatures().getFirst();
    int[] there =
        IntStream.range(0, seen.results().size())
            .filter(i -> seen.places().get(i).temperature() == lowest)
            .toArray();
    List<Place> places = IntStream.of(there).mapToObj(seen.places()::get).toList();
    List<Decomposition> parts = IntStream.of(there).mapToObj(seen.results()::get).toList();
    return List.of(
        WeighMeans.above(
            new Subject(
                Claim.C5,
                "shift-curvature-less-the-next",
                "Shift-curvature ½ sᵀHs less the size of the next largest of ½ bᵀHb and ½ tr(HΣ)",
                "",
                Optional.empty(),
                tab,
                "eq4-terms"),
            "The difference at T = " + SayNumber.significant(lowest),
            "nats",
            ByDraw.of(
                places,
                beyond(parts, part -> part.biasCurvature().value()),
                beyond(parts, part -> part.covarianceCurvature().value()))));
  }

  private static double[] beyond(
      List<Decomposition> trials, ToDoubleFunction<Decomposition> other) {
    return trials.stream()
        .mapToDouble(trial -> trial.shiftCurvature().value() - Math.abs(other.applyAsDouble(trial)))
        .toArray();
  }
}
