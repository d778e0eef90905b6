package org.shiftscope.compute.data;

/**
 * A dataset in memory.
 *
 * @param train the samples to train on
 * @param test the samples to test on
 * @param fingerprint tells these samples from all others: SHA-256 in hexadecimal digits, over bytes
 *     that docs/interop.md defines
 */
public record Dataset(Samples train, Samples test, String fingerprint) {

  /** With the fingerprint of the samples. */
  public Dataset(Samples train, Samples test) {
    this(train, test, Fingerprint.of(train, test));
  }
}
