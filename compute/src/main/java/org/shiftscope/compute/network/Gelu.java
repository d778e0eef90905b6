package org.shiftscope.compute.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * GELU, z Φ(z), and its derivatives Φ(z) + z φ(z) and (2 − z²) φ(z), where φ and Φ are the standard
 * normal density and distribution function: Φ(z) = (1 + erf(z / √2)) / 2 (Hendrycks and Gimpel
 * 2016, arXiv 1606.08415, section 2). The exact form, not its approximation by tanh.
 */
final class Gelu {

  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double PEAK = 1 / Math.sqrt(2 * Math.PI);

  private Gelu() {}

  /** output = input ∘ Φ(input). */
  static Runnable value(INDArray input, INDArray output) {
    return inTurn(List.of(distribution(input, output), Operations.multiply(output, input, output)));
  }

  /** slope = Φ(input) + input ∘ φ(input). {@code scratch}: of the same shape, modified. */
  static Runnable slope(INDArray input, INDArray scratch, INDArray slope) {
    return inTurn(
        List.of(
            distribution(input, slope),
            density(input, scratch),
            Operations.multiply(scratch, input, scratch),
            Operations.add(slope, scratch, slope)));
  }

  /** bend = (2 − input²) ∘ φ(input). {@code scratch}: of the same shape, modified. */
  static Runnable bend(INDArray input, INDArray scratch, INDArray bend) {
    return inTurn(
        List.of(
            density(input, bend),
            Operations.multiply(input, input, scratch),
            Operations.scale(scratch, -1, scratch),
            Operations.shift(scratch, 2, scratch),
            Operations.multiply(bend, scratch, bend)));
  }

  /** output = Φ(input). */
  private static Runnable distribution(INDArray input, INDArray output) {
    return inTurn(
        List.of(
            Operations.scale(input, ROOT_HALF, output),
            Operations.erf(output, output),
            Operations.shift(output, 1, output),
            Operations.scale(output, 0.5, output)));
  }

  /** output = φ(input) = exp(−input² / 2) / √(2π). */
  private static Runnable density(INDArray input, INDArray output) {
    return inTurn(
        List.of(
            Operations.multiply(input, input, output),
            Operations.scale(output, -0.5, output),
            Operations.exp(output, output),
            Operations.scale(output, PEAK, output)));
  }

  private static Runnable inTurn(List<Runnable> operations) {
    return () -> operations.forEach(Runnable::run);
  }
}
