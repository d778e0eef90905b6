package org.shiftscope.compute.data;

/**
 * A dataset in memory.
 *
 * @param train the samples to train on
 * @param test the samples to test on
 */
public record Dataset(Samples train, Samples test) {}
