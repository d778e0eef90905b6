package org.shiftscope.compute.kind.diffusion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.RemarkOnTraining;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.Seen.At;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.DiffusionFindings;
import org.shiftscope.compute.result.DiffusionFindings.Terms;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.statistics.Spread;

/** Finds how much Eq. 10 leaves out, and the order of the Langevin equation's error. */
final class FindDiffusion {

  private static final int DIRECTIONS = 3;
  private static final int THIRD = 2;
  private static final int FOURTH = 3;

  private FindDiffusion() {}

  static DiffusionFindings of(
      DiffusionAccuracy accuracy, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<DiffusionMeasurement> seen =
        new SortTrials<>(accuracy, DiffusionMeasurement.class, FindDiffusion::remarks)
            .sort(results, include);
    List<Terms> terms =
        IntStream.range(0, DIRECTIONS)
            .boxed()
            .flatMap(k -> seen.byTemperature(at -> terms(at, k)).stream())
            .toList();
    return new DiffusionFindings(
        terms.isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(seen.trials(), say(seen, terms)),
        seen.trials(),
        FindTrend.all(
            seen,
            List.of(
                term("gradient-third", "Third term along the gradient", 0, THIRD),
                term("gradient-fourth", "Fourth term along the gradient", 0, FOURTH),
                term("top-third", "Third term along the top eigenvector", 1, THIRD),
                term("top-fourth", "Fourth term along the top eigenvector", 1, FOURTH))),
        terms,
        seen.results().stream().findFirst().map(DiffusionMeasurement::weakError));
  }

  private static Set<Remark> remarks(DiffusionMeasurement trial) {
    return RemarkOnTraining.of(trial.sgd());
  }

  private static TrendQuantity<DiffusionMeasurement> term(
      String id, String title, int direction, int order) {
    return TrendQuantity.of(
        id,
        title,
        "parts of the second",
        trial -> trial.directions().get(direction).relative().get(order));
  }

  private static Terms terms(At<DiffusionMeasurement> at, int direction) {
    var any = at.results().getFirst().directions().get(direction);
    List<Spread> spreads =
        IntStream.range(0, any.relative().size())
            .mapToObj(
                n ->
                    Spread.of(
                        at.results().stream()
                            .mapToDouble(
                                trial -> trial.directions().get(direction).relative().get(n))
                            .toArray()))
            .toList();
    return new Terms(
        any.name(),
        at.temperature(),
        at.trials(),
        new Series(spreads.stream().map(Spread::mean).toList()),
        new Series(spreads.stream().map(Spread::error).toList()));
  }

  private static List<String> say(Seen<DiffusionMeasurement> seen, List<Terms> terms) {
    Terms first = terms.getFirst();
    Terms last = terms.get(terms.size() / DIRECTIONS - 1);
    WeakError error = seen.results().getFirst().weakError();
    String third =
        "Along the gradient the third term, the first that Eq. 10 leaves out, is "
            + SayNumber.significant(first.relative().get(THIRD))
            + " of the second at T = "
            + SayNumber.significant(first.temperature())
            + (first == last
                ? "."
                : " and "
                    + SayNumber.significant(last.relative().get(THIRD))
                    + " at T = "
                    + SayNumber.significant(last.temperature())
                    + ".");
    return List.of(
        third,
        "The Langevin equation's error falls with η to the power "
            + SayNumber.significant(error.meanOrder().slope())
            + " for the mean and "
            + SayNumber.significant(error.secondMomentOrder().slope())
            + " for the second moment.");
  }
}
