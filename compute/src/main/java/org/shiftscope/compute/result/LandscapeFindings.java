package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.LandscapeSimulation.Compared;
import org.shiftscope.compute.result.LandscapeSimulation.Distance;
import org.shiftscope.compute.spec.Id;

/**
 * What the walkers on a landscape found, beside theory.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param trends losses and the basins' shares against T
 * @param temperatures walkers and theory at each temperature that was simulated, ascending
 * @param grades how many of the points are minima; empty where none was judged
 */
@Id("landscape-findings")
public record LandscapeFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    List<AtTemperature> temperatures,
    Optional<PointGrades> grades)
    implements Findings {

  public LandscapeFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
    temperatures = List.copyOf(temperatures);
  }

  /**
   * Over the trials of one temperature: means, with the standard errors of the means from within
   * the trials.
   *
   * @param temperature T
   * @param trials how many
   * @param basins share of each basin of the train loss
   * @param trainLoss E[L_tr]
   * @param testLoss E[L_te]
   * @param fromSteadyState distance of the walkers from Eq. 5; its error is that of the mean
   */
  public record AtTemperature(
      double temperature,
      int trials,
      List<Compared> basins,
      Compared trainLoss,
      Compared testLoss,
      Distance fromSteadyState) {
    public AtTemperature {
      basins = List.copyOf(basins);
    }
  }
}
