package org.shiftscope.compute.kind.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.shiftscope.compute.certificate.CountGrades;
import org.shiftscope.compute.finding.FindTrend;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.finding.Seen;
import org.shiftscope.compute.finding.Seen.At;
import org.shiftscope.compute.finding.SortTrials;
import org.shiftscope.compute.finding.TrendQuantity;
import org.shiftscope.compute.result.LandscapeFindings;
import org.shiftscope.compute.result.LandscapeFindings.AtTemperature;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.compute.result.LandscapeSimulation.Compared;
import org.shiftscope.compute.result.LandscapeSimulation.Distance;
import org.shiftscope.compute.result.PointGrades;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Landscape;

/** Finds how the walkers of a landscape compare with theory, and where the test loss is lowest. */
final class FindLandscape {

  private FindLandscape() {}

  static LandscapeFindings of(
      Landscape landscape, Map<Integer, ? extends TrialResult> results, Include include) {
    Seen<LandscapeSimulation> seen =
        new SortTrials<>(
                landscape,
                LandscapeSimulation.class,
                trial -> trial.arrived() ? Set.of() : Set.of(Remark.NOT_ARRIVED))
            .sort(results, include);
    List<AtTemperature> temperatures = seen.byTemperature(FindLandscape::at);
    Optional<PointGrades> grades = grades(landscape);
    return new LandscapeFindings(
        seen.results().isEmpty()
            ? SayTrials.nothing(seen.trials())
            : SayTrials.whole(seen.trials(), say(temperatures), grades),
        seen.trials(),
        FindTrend.all(seen, quantities(seen.results())),
        temperatures,
        grades);
  }

  /** Those of the basins: they depend on no temperature. */
  private static Optional<PointGrades> grades(Landscape landscape) {
    return CountGrades.ofBasins(
        ExploredLandscapes.of(landscape)
            .at(landscape.temperatures().values().getFirst())
            .basins()
            .stream()
            .flatMap(basin -> basin.certificate().stream())
            .toList());
  }

  private static List<TrendQuantity<LandscapeSimulation>> quantities(
      List<LandscapeSimulation> results) {
    List<TrendQuantity<LandscapeSimulation>> quantities = new ArrayList<>();
    quantities.add(
        quantity("expected-train-loss", "Expected train loss", LandscapeSimulation::trainLoss));
    quantities.add(
        quantity("expected-test-loss", "Expected test loss", LandscapeSimulation::testLoss));
    quantities.add(
        TrendQuantity.<LandscapeSimulation>of(
                "from-steady-state",
                "Distance of the walkers from Eq. 5",
                "total variation",
                trial -> trial.fromSteadyState().distance())
            .withError(trial -> trial.fromSteadyState().error()));
    int basins = results.isEmpty() ? 0 : results.getFirst().basins().size();
    for (int k = 0; k < basins; k++) {
      int basin = k;
      quantities.add(
          quantity(
              "basin-" + (k + 1),
              "Probability of basin " + (k + 1),
              trial -> trial.basins().get(basin)));
    }
    return quantities;
  }

  private static TrendQuantity<LandscapeSimulation> quantity(
      String id, String title, Function<LandscapeSimulation, Compared> number) {
    return TrendQuantity.<LandscapeSimulation>of(
            id, title, "", trial -> number.apply(trial).walkers())
        .withError(trial -> number.apply(trial).error());
  }

  private static AtTemperature at(At<LandscapeSimulation> at) {
    return new AtTemperature(
        at.temperature(),
        at.trials(),
        IntStream.range(0, at.results().getFirst().basins().size())
            .mapToObj(k -> mean(at, trial -> trial.basins().get(k)))
            .toList(),
        mean(at, LandscapeSimulation::trainLoss),
        mean(at, LandscapeSimulation::testLoss),
        new Distance(
            at.mean(trial -> trial.fromSteadyState().distance()),
            at.errorOfMean(trial -> trial.fromSteadyState().error()),
            at.mean(trial -> trial.fromSteadyState().ofPerfectSample())));
  }

  private static Compared mean(
      At<LandscapeSimulation> at, Function<LandscapeSimulation, Compared> number) {
    return new Compared(
        at.mean(trial -> number.apply(trial).walkers()),
        at.errorOfMean(trial -> number.apply(trial).error()),
        at.mean(trial -> number.apply(trial).fokkerPlanck()),
        at.mean(trial -> number.apply(trial).steadyState()));
  }

  private static List<String> say(List<AtTemperature> temperatures) {
    AtTemperature best =
        temperatures.stream()
            .min(Comparator.comparingDouble(at -> at.testLoss().walkers()))
            .orElseThrow();
    AtTemperature farthest =
        temperatures.stream()
            .max(Comparator.comparingDouble(at -> at.fromSteadyState().distance()))
            .orElseThrow();
    return List.of(
        lowest(temperatures.size(), best),
        "In total variation the walkers lie "
            + SayNumber.significant(farthest.fromSteadyState().distance())
            + " from Eq. 5 where they lie farthest, at T = "
            + SayNumber.significant(farthest.temperature())
            + "; a perfect sample would lie "
            + SayNumber.significant(farthest.fromSteadyState().ofPerfectSample())
            + " from it.");
  }

  private static String lowest(int temperatures, AtTemperature best) {
    return (temperatures == 1
            ? "At T = "
            : "Of " + temperatures + " temperatures the walkers' test loss is lowest at T = ")
        + SayNumber.significant(best.temperature())
        + (temperatures == 1 ? ", the walkers' test loss is " : ": ")
        + SayNumber.significant(best.testLoss().walkers())
        + " ± "
        + SayNumber.significant(best.testLoss().error())
        + ", where Eq. 5 has "
        + SayNumber.significant(best.testLoss().steadyState())
        + ".";
  }
}
