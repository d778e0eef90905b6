package org.shiftscope.compute.landscape;

import java.util.List;

/**
 * What Eqs 3 to 6 say of a landscape in some coordinate.
 *
 * @param basins ascending in x
 * @param trainLoss E[L_tr] by the integral of Eq. 5
 * @param testLoss E[L_te]
 */
record CoordinateTerms(List<BasinTerms> basins, double trainLoss, double testLoss) {

  CoordinateTerms {
    basins = List.copyOf(basins);
  }

  /** Eq. 4, with the probabilities as weights. */
  double sum() {
    return basins.stream().mapToDouble(basin -> basin.probability() * basin.sum()).sum();
  }
}
