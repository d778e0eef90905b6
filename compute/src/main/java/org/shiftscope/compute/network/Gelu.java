package org.shiftscope.compute.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Operations;

/**
 * GELU, z Φ(z), and its derivatives Φ(z) + z φ(z) and (2 − z²) φ(z), where φ and Φ are the standard
 * normal density and distribution function: Φ(z) = (1 + erf(z / √2)) / 2 (Hendrycks and Gimpel
 * 2016, arXiv 1606.08415, section 2). The exact form, not its approximation by tanh.
 */
record Gelu(Operations operations) {

  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

  /** output = input ∘ Φ(input). */
  Runnable value(INDArray input, INDArray output) {
    return inTurn(List.of(distribution(input, output), operations.multiply(output, input, output)));
  }

  /** slope = Φ(input) + input ∘ φ(input). {@code scratch}: of the same shape, modified. */
  Runnable slope(INDArray input, INDArray scratch, INDArray slope) {
    return inTurn(
        List.of(
            distribution(input, slope),
            density(input, scratch),
            operations.multiply(scratch, input, scratch),
            operations.add(slope, scratch, slope)));
  }

  /** bend = (2 − input²) ∘ φ(input). {@code scratch}: of the same shape, modified. */
  Runnable bend(INDArray input, INDArray scratch, INDArray bend) {
    return inTurn(
        List.of(
            density(input, bend),
            operations.multiply(input, input, scratch),
            operations.scale(scratch, -1, scratch),
            operations.shift(scratch, 2, scratch),
            operations.multiply(bend, scratch, bend)));
  }

  /** output = Φ(input). */
  private Runnable distribution(INDArray input, INDArray output) {
    return inTurn(
        List.of(
            operations.scale(input, ROOT_HALF, output),
            operations.erf(output, output),
            operations.shift(output, 1, output),
            operations.scale(output, 0.5, output)));
  }

  /** output = φ(input) = exp(−input² / 2) / √(2π). */
  private Runnable density(INDArray input, INDArray output) {
    return inTurn(
        List.of(
            operations.multiply(input, input, output),
            operations.scale(output, -0.5, output),
            operations.exp(output, output),
            operations.scale(output, PEAK, output)));
  }

  private static Runnable inTurn(List<Runnable> parts) {
    return () -> parts.forEach(Runnable::run);
  }
}
