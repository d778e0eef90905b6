package org.shiftscope.compute.result;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A point of a trial, and whether it is a minimum of its loss.
 *
 * @param symbol θ_tr, θ_te or θ*
 * @param certificate what was judged
 */
public record CertifiedPoint(String symbol, MinimumCertificate certificate) {

  /** None where nothing was judged. */
  static Stream<CertifiedPoint> of(String symbol, Optional<MinimumCertificate> certificate) {
    return certificate.map(judged -> new CertifiedPoint(symbol, judged)).stream();
  }
}
