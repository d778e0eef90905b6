package org.shiftscope.compute.data;

/**
 * A dataset's files are missing, truncated or not what they should be. The message tells a person
 * what to do.
 */
public final class DatasetUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatasetUnavailable(String message) {
    super(message);
  }

  DatasetUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
