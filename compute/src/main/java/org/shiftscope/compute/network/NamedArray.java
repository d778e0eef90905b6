package org.shiftscope.compute.network;

import java.util.List;

/**
 * An array with a name.
 *
 * @param name such as {@code layers.0.weight}
 * @param shape its dimensions
 * @param values its numbers, the last dimension running fastest; not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record NamedArray(String name, List<Integer> shape, double[] values) {}
