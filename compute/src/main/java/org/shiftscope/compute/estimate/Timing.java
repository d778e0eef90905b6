package org.shiftscope.compute.estimate;

import java.util.function.IntToDoubleFunction;

/**
 * How long the trials of one experiment take, from steps that were timed.
 *
 * @param speed how fast one trial works
 * @param seconds of a trial by its number
 */
public record Timing(Speed speed, IntToDoubleFunction seconds) {}
