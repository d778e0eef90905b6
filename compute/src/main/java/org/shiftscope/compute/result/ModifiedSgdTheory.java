package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Id;

/**
 * The steady state of the modified SGD (Eq. 13) on the planted regression, without running it. All
 * series have the length of {@code curvature}.
 *
 * @param temperature T
 * @param learningRate η = T · B
 * @param curvature eigenvalues of H + λI
 * @param exact variance of Eq. 13 along each eigenvector, from its second moments
 * @param leadingOrder that of Eq. 11 with C + ε²I
 */
@Id("modified-sgd-theory")
public record ModifiedSgdTheory(
    double temperature, double learningRate, Series curvature, Series exact, Series leadingOrder)
    implements Theory {}
