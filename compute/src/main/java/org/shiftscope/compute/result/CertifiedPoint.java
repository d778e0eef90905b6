package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;

/**
 * A point of a trial, and whether it is a minimum of its loss.
 *
 * @param symbol θ_tr, θ_te or θ*
 * @param path where the certificate stands in the result's JSON
 * @param certificate what was judged
 */
public record CertifiedPoint(String symbol, String path, MinimumCertificate certificate) {

  /** The symbol of the train point. */
  public static final String TRAIN = "θ_tr";

  /** The symbol of the test point. */
  public static final String TEST = "θ_te";

  /** The symbol of the minimum of a model with one loss. */
  public static final String MINIMUM = "θ*";

  /** The symbol of the lowest point of a basin of a landscape. */
  public static final String OF_BASIN = "x*";

  /** Of two refined points; none where nothing was judged. */
  static List<CertifiedPoint> of(RefinedPoint train, RefinedPoint test) {
    return Stream.concat(
            of(TRAIN, "trainPoint.certificate", train.certificate()),
            of(TEST, "testPoint.certificate", test.certificate()))
        .toList();
  }

  /** Of the minimum of the one loss; none where nothing was judged. */
  static List<CertifiedPoint> of(String path, Optional<MinimumCertificate> minimum) {
    return of(MINIMUM, path, minimum).toList();
  }

  private static Stream<CertifiedPoint> of(
      String symbol, String path, Optional<MinimumCertificate> certificate) {
    return certificate.map(judged -> new CertifiedPoint(symbol, path, judged)).stream();
  }
}
