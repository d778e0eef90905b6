package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;

/**
 * What theory says of SGD on a landscape in one dimension (Eqs. 3 to 8, Appendix E).
 *
 * @param temperature T of what is told at one temperature
 * @param curves the landscape and the steady state along x
 * @param wells minima of the effective potential at the temperature
 * @param basins of the train loss, ascending; together they fill the domain
 * @param expected losses at this temperature
 * @param against the same against T
 * @param bestTemperature where E[L_te] is lowest: 0 where that is as T → 0, null in JSON (infinite)
 *     where it falls as T grows
 * @param bestTestLoss E[L_te] there, or its limit
 * @param undecided what interval arithmetic and the quadrature could not decide; empty in documents
 *     of versions that did not tell it
 */
@Id("landscape-theory")
public record LandscapeTheory(
    double temperature,
    Curves curves,
    Wells wells,
    List<BasinOfLoss> basins,
    Expected expected,
    AgainstTemperature against,
    double bestTemperature,
    double bestTestLoss,
    Optional<Undecided> undecided)
    implements Theory {

  public LandscapeTheory {
    basins = List.copyOf(basins);
    undecided = undecided == null ? Optional.empty() : undecided;
  }

  /**
   * Curves along x, all series of one length.
   *
   * @param x points of the domain, ascending, denser about the minima
   * @param train L_tr
   * @param test L_te
   * @param noise c
   * @param potential the effective potential v (Eq. 5) at the temperature, from its lowest value
   * @param density p (Eq. 5) at the temperature, per length of x
   */
  public record Curves(
      Series x, Series train, Series test, Series noise, Series potential, Series density) {}

  /**
   * The lowest points of the basins of the effective potential: where c is constant, the minima of
   * the train loss.
   *
   * @param x where, ascending
   * @param potential v there, from its lowest value
   */
  public record Wells(Series x, Series potential) {}

  /**
   * A basin of the train loss.
   *
   * @param from its lower end
   * @param to its upper end
   * @param minimum where its lowest point is
   * @param atEnd whether that is an end of the domain
   * @param order order of the first derivative that is not zero there; 0 where it is above 8
   * @param loss L_tr at the minimum
   * @param derivative the derivative of that order: for order 2 the curvature
   * @param probability ∫ p dx over the basin
   * @param laplaceWeight the same by Laplace's approximation (Eq. 6)
   * @param certificate whether the lowest point is a minimum of the train loss; empty in documents
   *     of versions that did not judge it
   */
  public record BasinOfLoss(
      double from,
      double to,
      double minimum,
      boolean atEnd,
      int order,
      double loss,
      double derivative,
      double probability,
      double laplaceWeight,
      Optional<MinimumCertificate> certificate) {

    public BasinOfLoss {
      certificate = certificate == null ? Optional.empty() : certificate;
    }
  }

  /**
   * What was not decided of a landscape.
   *
   * @param sentence what, where, and what to do; or that all was decided
   * @param basins stretches where the train loss may have more minima than are told
   * @param quadrature stretches where the integrals over p have fewer than 13 digits
   */
  public record Undecided(String sentence, List<Stretch> basins, List<Stretch> quadrature) {

    public Undecided {
      basins = List.copyOf(basins);
      quadrature = List.copyOf(quadrature);
    }

    /** Whether nothing is left. */
    public boolean isNothing() {
      return basins.isEmpty() && quadrature.isEmpty();
    }
  }

  /**
   * A stretch of the domain.
   *
   * @param from its lower end
   * @param to its upper end
   * @param why what stood in the way
   */
  public record Stretch(double from, double to, String why) {}

  /**
   * Expected losses at one temperature.
   *
   * @param train E[L_tr] = ∫ L_tr p dx
   * @param test E[L_te] = ∫ L_te p dx
   * @param parts the parts of Eq. 4
   * @param leading E[L_te] to leading order in T (Eqs. 7 and 8), with Laplace's weights
   */
  public record Expected(double train, double test, Parts parts, double leading) {}

  /**
   * The parts of Eq. 4, each summed over the basins with their probabilities.
   *
   * @param minimum loss at the test minima
   * @param shift shift-curvature ½ sᵀHs
   * @param bias bias-curvature ½ bᵀHb
   * @param cross sᵀHb
   * @param covariance covariance-curvature ½ tr(HΣ)
   */
  public record Parts(double minimum, double shift, double bias, double cross, double covariance) {}

  /**
   * Against the temperature, all series of one length.
   *
   * @param temperature T, ascending, evenly in its logarithm
   * @param train E[L_tr]
   * @param test E[L_te]
   * @param leading Eqs. 7 and 8
   * @param minimum the first part of Eq. 4, and so on
   * @param probability of each basin, in the order of the basins
   * @param laplaceWeight of each basin
   */
  public record AgainstTemperature(
      Series temperature,
      Series train,
      Series test,
      Series leading,
      Series minimum,
      Series shift,
      Series bias,
      Series cross,
      Series covariance,
      List<Series> probability,
      List<Series> laplaceWeight) {

    public AgainstTemperature {
      probability = List.copyOf(probability);
      laplaceWeight = List.copyOf(laplaceWeight);
    }
  }
}
