package org.shiftscope.server.access;

/** A token that is none of ours, has expired, was revoked, or whose account is disabled. */
final class TokenRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  static final String SENTENCE =
      "This token does not hold: it has expired, was revoked, or is not one of this server's. Make"
          + " another one on the page of your account.";

  TokenRefused() {
    super(SENTENCE);
  }
}
