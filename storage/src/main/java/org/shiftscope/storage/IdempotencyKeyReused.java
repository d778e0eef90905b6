package org.shiftscope.storage;

/** A key that belongs to a request with another body. */
public final class IdempotencyKeyReused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IdempotencyKeyReused(IdempotencyKey key, ExperimentId id) {
    super(
        "The key "
            + key.name()
            + " belongs to another request: with another body it made experiment "
            + id
            + ". Send a new request with a new key.");
  }
}
