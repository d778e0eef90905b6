package org.shiftscope.compute.overparametrized;

import java.util.List;

/**
 * A span of gradients between two of them.
 *
 * @param basis orthonormal, shape [d] each
 * @param coordinates of each gradient so far in it
 */
public record SpanState(List<double[]> basis, List<double[]> coordinates) {

  static final SpanState EMPTY = new SpanState(List.of(), List.of());
}
