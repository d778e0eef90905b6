package org.shiftscope.compute.spec;

/**
 * A point of another trial without which a trial cannot start.
 *
 * @param trial the trial that needs it, from 0
 * @param field where the spec's JSON names the point: {@code start[0].from}
 * @param from the point
 */
public record TrialInput(int trial, String field, PointRef from) {}
