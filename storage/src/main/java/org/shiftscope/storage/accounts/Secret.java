package org.shiftscope.storage.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * What a cookie, a token or a one-time link holds: 256 random bits. Only its hash is kept. A plain
 * SHA-256 is enough, and a slow hash would gain nothing: there is no list of likely secrets to try,
 * as there is of passwords, and 2²⁵⁶ of them are too many at any speed.
 *
 * @param text letters, digits, {@code -} and {@code _}
 */
public record Secret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ID_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

  static Secret fresh(String prefix) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** A name for what a secret opens, which is no secret: twelve letters and digits. */
  static String freshId() {
    var letters = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      letters.append(ID_LETTERS.charAt(RANDOM.nextInt(ID_LETTERS.length())));
    }
    return letters.toString();
  }

  /** SHA-256, in hexadecimal. */
  String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** Never the secret: it would end in a log. */
  @Override
  public String toString() {
    return "Secret";
  }
}
