package org.shiftscope.compute.random;

import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.RandomProviderDefaultState;

/**
 * Where a generator of {@link RandomStreams#fastGenerator} stands.
 *
 * @param bytes its whole state, not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record GeneratorState(byte[] bytes) {

  /** Takes it down. */
  public static GeneratorState of(RestorableUniformRandomProvider random) {
    return new GeneratorState(((RandomProviderDefaultState) random.saveState()).getState());
  }

  /** Lets a generator go on from here. */
  public void restore(RestorableUniformRandomProvider random) {
    random.restoreState(new RandomProviderDefaultState(bytes));
  }
}
