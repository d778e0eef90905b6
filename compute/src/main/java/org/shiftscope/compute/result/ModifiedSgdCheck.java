package org.shiftscope.compute.result;

/**
 * The steady state of the modified SGD (Eq. 13) on a regression with more parameters than samples:
 * its variance along each eigenvector of H + λI, in ascending order of curvature or any other. All
 * series have the length of {@code curvature}.
 *
 * @param learningRate η
 * @param curvature eigenvalues of H + λI; λ itself outside of the span of the samples' gradients
 * @param simulated variance of the walkers about the minimum
 * @param standardError of {@code simulated}, from the spread of the walkers
 * @param exact the variance of Eq. 13 at this η, from its second moments
 * @param leadingOrder the variance of Eq. 11 with C + ε²I as at the minimum: leading order in T
 */
public record ModifiedSgdCheck(
    double learningRate,
    Series curvature,
    Series simulated,
    Series standardError,
    Series exact,
    Series leadingOrder) {}
