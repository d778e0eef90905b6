package org.shiftscope.server.oidc;

/** Nobody is signed in by the provider. The message is a sentence for who tried. */
public final class ProviderFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean away;

  private ProviderFailed(String sentence, boolean away) {
    super(sentence);
    this.away = away;
  }

  static ProviderFailed away(String provider) {
    return new ProviderFailed(
        provider + " does not answer now. Sign in with name and password, or try again later.",
        true);
  }

  static ProviderFailed refused(String sentence) {
    return new ProviderFailed(sentence, false);
  }

  /** Whether it cannot be reached, rather than that its word does not hold. */
  public boolean isAway() {
    return away;
  }
}
