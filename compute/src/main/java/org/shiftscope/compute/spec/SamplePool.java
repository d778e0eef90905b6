package org.shiftscope.compute.spec;

/**
 * The samples from which a part is drawn: the first of each official split.
 *
 * @param trainSamples at least as many as are drawn to train on
 * @param testSamples at least as many as are drawn to test on
 */
public record SamplePool(int trainSamples, int testSamples) {}
