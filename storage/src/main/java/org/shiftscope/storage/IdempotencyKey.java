package org.shiftscope.storage;

import java.time.Duration;

/**
 * What names one request to submit, so that it makes one experiment however often it is sent.
 *
 * @param name the key that the client chose, 1 to 255 characters
 * @param fingerprint SHA-256 of the request's body, 64 hexadecimal digits
 */
public record IdempotencyKey(String name, String fingerprint) {

  /** How long a key is known. */
  public static final Duration KEPT = Duration.ofHours(24);

  public IdempotencyKey {
    if (name.isEmpty() || name.length() > 255) {
      throw new IllegalArgumentException("A key has 1 to 255 characters, not " + name.length());
    }
    if (!fingerprint.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("A fingerprint has 64 digits, not " + fingerprint);
    }
  }
}
