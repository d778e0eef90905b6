package org.shiftscope.compute.result;

import java.util.List;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;

/**
 * Which measure goes with the test loss: every measure of a sweep's trials beside the
 * shift-curvature, ranked.
 *
 * @param rows by τ with the test loss within equal T, the highest first; those without one last
 * @param testLoss L_te(θ_tr) by counted trial, in nats, shape [counted]
 * @param gap L_te(θ_tr) − L_tr(θ_tr) by counted trial, in nats, shape [counted]
 * @param sentence what was found
 * @param limits what such a table shows, and what it cannot show
 */
public record League(List<Row> rows, Series testLoss, Series gap, String sentence, String limits) {

  public League {
    rows = List.copyOf(rows);
  }

  /**
   * A measure.
   *
   * @param id its name in JSON
   * @param title its name for a person
   * @param unit its unit; empty for a pure number
   * @param source where it is from
   * @param needs what it has seen
   * @param invariance whether it stays under Dinh's rescaling
   * @param trials how many have it
   * @param values by counted trial, NaN where a trial does not have it, shape [counted]
   * @param withTestLoss how it goes with L_te(θ_tr)
   * @param withGap how it goes with L_te(θ_tr) − L_tr(θ_tr)
   */
  public record Row(
      String id,
      String title,
      String unit,
      String source,
      Needs needs,
      Invariance invariance,
      int trials,
      Series values,
      Association withTestLoss,
      Association withGap) {}

  /**
   * Kendall's τ_b of a measure with a loss.
   *
   * @param withinT over pairs of equal T and different seeds
   * @param pValue of that τ, corrected for all measures and both losses (permutations of the
   *     seeds); NaN where it has none
   * @param acrossT over pairs of one seed and different T
   */
  public record Association(Tau withinT, double pValue, Tau acrossT) {

    /** Whether it is told from chance within equal T. */
    public boolean claimed() {
      return withinT.interval().excludesZero() && pValue < 0.05;
    }
  }

  /** What a measure has seen of what it is to predict. */
  public enum Needs implements Named {
    /** The train samples alone. */
    TRAIN("train samples"),
    /** The test samples too, though not L_te(θ_tr). */
    TEST("test samples"),
    /** L_te(θ_tr) itself. */
    ANSWER("the answer itself");

    private final String title;

    Needs(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
