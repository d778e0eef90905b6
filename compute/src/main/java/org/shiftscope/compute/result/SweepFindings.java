package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.Id;
import org.shiftscope.compute.statistics.ConfidenceInterval;

/**
 * What a temperature sweep found: the paper's trends (Figs 1 to 3) and its check of Eq. 3.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param trends every quantity against T; those of spectra only where they were asked for
 * @param eq3 the check of Eq. 3
 * @param league which measure goes with the test loss, where measures were asked for
 * @param mixture every term of Eq. 4 over the seeds of each temperature, where a window was asked
 *     for and a trial has ended
 * @param grades how many of the points are minima; empty where none was judged
 * @param earlier trends and Eq. 3 at earlier flow times of the same flows, ascending, where they
 *     were measured; all else is of the last time, or of SGD
 */
@Id("sweep-findings")
public record SweepFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    Eq3 eq3,
    Optional<League> league,
    Optional<Mixture> mixture,
    Optional<PointGrades> grades,
    List<AtTime> earlier)
    implements Findings {

  public SweepFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
    earlier = List.copyOf(earlier);
  }

  /**
   * What was found at one flow time.
   *
   * @param trainTime τ on the train loss
   * @param testTime τ on the test loss
   * @param trends every quantity of the line and the points against T
   * @param eq3 the check of Eq. 3
   */
  public record AtTime(double trainTime, double testTime, List<TemperatureTrend> trends, Eq3 eq3) {
    public AtTime {
      trends = List.copyOf(trends);
    }

    /** Both times. */
    public FlowTime flowTime() {
      return new FlowTime(trainTime, testTime);
    }
  }

  /**
   * The excess L_te(θ_tr) − L_te(θ_te) against what Eq. 3 and others predict of it. The losses
   * themselves are not compared: both contain L_te(θ_te), so that they correlate without any
   * curvature.
   *
   * @param excess by counted trial, in nats, shape [counted]
   * @param predictions one for each way to predict it, Eq. 3 by the paper's fit first
   * @param sentence how well they do
   * @param limits what the paper's check shows, and what it cannot show
   */
  public record Eq3(Series excess, List<Prediction> predictions, String sentence, String limits) {
    public Eq3 {
      predictions = List.copyOf(predictions);
    }
  }

  /**
   * One way to predict the excess. Slopes are those of the excess against the prediction: 1 where
   * it holds, below 1 where it is too high.
   *
   * @param id its name in JSON
   * @param title its formula
   * @param containsAnswer whether L_te(θ_tr) itself went into it
   * @param predicted by counted trial, in nats, shape [counted]
   * @param trials n, those with both numbers
   * @param slopeThroughOrigin Σ xy / Σ x²
   * @param slopeInterval its 95 % interval by the bootstrap over seeds
   * @param slope of the ordinary line
   * @param intercept of the ordinary line, in nats
   * @param pearson correlation; NaN below six trials, and where the points coincide to round-off
   * @param rankWithin Spearman's ρ within the temperatures, pooled; NaN as above
   * @param bias mean of prediction − excess, in nats
   * @param biasShare that in parts of the mean excess
   * @param rmse root mean square of prediction − excess, in nats
   */
  public record Prediction(
      String id,
      String title,
      boolean containsAnswer,
      Series predicted,
      int trials,
      double slopeThroughOrigin,
      ConfidenceInterval slopeInterval,
      double slope,
      double intercept,
      double pearson,
      double rankWithin,
      double bias,
      double biasShare,
      double rmse) {}
}
