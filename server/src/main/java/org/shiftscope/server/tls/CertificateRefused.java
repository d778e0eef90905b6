package org.shiftscope.server.tls;

/** A file of a certificate or of its key that cannot be used. */
public final class CertificateRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean ofKey;

  CertificateRefused(boolean ofKey, String law) {
    super(law);
    this.ofKey = ofKey;
  }

  /** Whether it is the file of the key. */
  public boolean isOfKey() {
    return ofKey;
  }

  /** What the file must be: "must be ...". */
  public String law() {
    return String.valueOf(getMessage());
  }
}
