package org.shiftscope.compute.invariance;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.shiftscope.compute.result.InvarianceMeasurement.Certificate;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.compute.result.InvarianceMeasurement.LookedAt;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;

/**
 * Certifies what was compared. The id is over lines of text: version, subject, tolerance, each
 * point's name and hash, and for each map its name and each term's id and both values in
 * hexadecimal (Java's Double.toHexString), so that who computes the same gets the same id.
 */
public final class Certify {

  private static final int ID_DIGITS = 16;

  private Certify() {}

  /** Certifies. */
  public static Certificate of(
      String subject,
      List<LookedAt> points,
      double tolerance,
      List<InOtherCoordinates> maps,
      String version) {
    List<Term> terms = maps.stream().flatMap(map -> map.terms().stream()).toList();
    int failed = (int) terms.stream().filter(term -> !term.holds()).count();
    var content = new StringBuilder();
    line(content, version, subject, Double.toHexString(tolerance));
    points.forEach(point -> line(content, point.name(), point.sha256()));
    maps.forEach(map -> line(content, map));
    String id = sha256(content.toString().getBytes(StandardCharsets.UTF_8)).substring(0, ID_DIGITS);
    return new Certificate(
        id, failed == 0, subject, points, tolerance, terms.size(), failed, version);
  }

  private static void line(StringBuilder content, InOtherCoordinates map) {
    line(content, map.map());
    map.terms()
        .forEach(
            term ->
                line(
                    content,
                    term.id(),
                    Double.toHexString(term.inTheta()),
                    Double.toHexString(term.inPhi())));
  }

  private static void line(StringBuilder content, String... words) {
    content.append(String.join(" ", words)).append('\n');
  }

  /** What is looked at, by the text that says it all, with its hash. */
  public static LookedAt text(String name, String text) {
    return new LookedAt(name, sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A point with its hash. {@code numbers}: shape [d + b], not modified. */
  public static LookedAt point(String name, double[] numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(numbers);
    return new LookedAt(name, sha256(bytes.array()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      // Every Java platform must have SHA-256.
      throw new IllegalStateException(impossible);
    }
  }
}
