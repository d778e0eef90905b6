package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A view that is to be shared.
 *
 * @param of what it is of
 * @param title what lists call it
 * @param kept whether it stays when an experiment of it is deleted
 * @param creator who shares it, where that is known
 * @param expires when its link ends; empty for never
 * @param content what is shown and downloaded
 */
public record NewShare(
    Of of,
    String title,
    boolean kept,
    Optional<String> creator,
    Optional<Instant> expires,
    Content content) {

  /**
   * What a view is of.
   *
   * @param subject in a word: experiment, trial, comparison or claims
   * @param experiments at least one
   * @param trial its number, of a trial
   */
  public record Of(String subject, List<String> experiments, Optional<Integer> trial) {
    public Of {
      experiments = List.copyOf(experiments);
    }
  }

  /**
   * What is frozen.
   *
   * @param format the declared id of the document's format
   * @param version the version of that
   * @param view the document, gzipped JSON; not modified
   * @param data the specs and results beside it, gzipped JSON; not modified
   * @param sha256 the SHA-256 of what is downloaded, hexadecimal
   * @param size how many bytes that has
   */
  public record Content(
      String format, int version, byte[] view, byte[] data, String sha256, long size) {}
}
