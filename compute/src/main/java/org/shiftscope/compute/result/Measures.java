package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.spec.Named;

/**
 * What others have held to predict the test loss, at the train point of a trial.
 *
 * @param all in the order that they were asked for
 * @param chain the chain of the local learning coefficient, where that was taken
 */
public record Measures(List<Measured> all, Optional<Chain> chain) {

  public Measures {
    all = List.copyOf(all);
  }

  /** One by its name, where it was taken. */
  public Optional<Measured> of(MeasureName name) {
    return all.stream().filter(one -> one.name() == name).findFirst();
  }

  /**
   * A measure.
   *
   * @param name which
   * @param value NaN where it could not be taken
   * @param error its standard error from within the trial; NaN where it has none
   * @param unit its unit; empty for a pure number
   * @param gradients gradients of the whole train loss that it cost, about
   * @param source where it is from
   * @param definition how it is taken here, settings included
   * @param invariance whether it stays when a layer of a ReLU network is scaled and the next one
   *     scaled back
   * @param sentence what is wrong with it; empty for nothing
   */
  public record Measured(
      MeasureName name,
      double value,
      double error,
      String unit,
      double gradients,
      String source,
      String definition,
      Invariance invariance,
      String sentence) {}

  /** Whether a number stays under the rescaling of Dinh et al. (2017). */
  public enum Invariance implements Named {
    /** It stays. */
    INVARIANT("invariant"),
    /** It moves. */
    NOT_INVARIANT("not invariant"),
    /** It would stay without the settings that localise it. */
    IN_THE_LIMIT("invariant in its limit alone");

    private final String title;

    Invariance(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /**
   * The chain of the local learning coefficient.
   *
   * @param acceptance share of the proposals taken after tuning; about 0.57 is best
   * @param stepSize largest ε that the tuning ended at
   * @param drift mean of the later half of n β (L − L(θ*)) minus that of the earlier
   * @param driftError its standard error
   * @param trace means of n β (L − L(θ*)) over 20 successive parts of the chain after tuning
   */
  public record Chain(
      double acceptance, double stepSize, double drift, double driftError, Series trace) {}
}
