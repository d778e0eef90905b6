package org.shiftscope.storage;

import java.util.Optional;

/**
 * The identity of a shared view in lists; its link has a secret of its own.
 *
 * @param value 12 lower-case letters and digits, safe in addresses
 */
public record ShareId(String value) {

  public ShareId {
    if (!value.matches("[a-z0-9]{12}")) {
      throw new IllegalArgumentException(
          "A share's id has 12 lower-case letters and digits, not " + value);
    }
  }

  /** The id that a request wrote; empty where it can be none. */
  public static Optional<ShareId> parse(String text) {
    try {
      return Optional.of(new ShareId(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
