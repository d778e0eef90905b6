package org.shiftscope.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The secret in a link: 128 random bits, which whoever has them may read what was shared. It is
 * told once; the database has its hash alone, so that who reads the database cannot open a link.
 * Since it is random through and through, a plain SHA-256 serves where a password needs a slow one.
 *
 * @param value 26 lower-case letters and digits (base 32)
 */
public record ShareToken(String value) {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BITS = 128;
  private static final int BITS_OF_LETTER = 5;
  private static final int LENGTH = (BITS + BITS_OF_LETTER - 1) / BITS_OF_LETTER;

  public ShareToken {
    if (!value.matches("[a-z2-7]{" + LENGTH + "}")) {
      throw new IllegalArgumentException("That is no token of a link");
    }
  }

  /** A fresh one, from a source that nobody can guess. */
  static ShareToken random(RandomGenerator source) {
    var letters = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      letters.append(LETTERS.charAt(source.nextInt(LETTERS.length())));
    }
    return new ShareToken(letters.toString());
  }

  /** The token that an address holds; empty where it can be none. */
  public static Optional<ShareToken> parse(String text) {
    try {
      return Optional.of(new ShareToken(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** What is stored of it, hexadecimal. */
  String hash() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Never the secret itself: this may stand in a log. */
  @Override
  public String toString() {
    return "a token";
  }
}
