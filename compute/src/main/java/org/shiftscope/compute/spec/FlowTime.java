package org.shiftscope.compute.spec;

/**
 * A time at which the flows on both losses are looked at.
 *
 * @param train τ on the train loss
 * @param test τ on the test loss
 */
public record FlowTime(double train, double test) {}
