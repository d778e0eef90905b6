package org.shiftscope.compute.simulation;

/**
 * A number that was measured.
 *
 * @param value its estimate
 * @param error its standard error; NaN where nothing is known about it
 */
public record Measured(double value, double error) {}
