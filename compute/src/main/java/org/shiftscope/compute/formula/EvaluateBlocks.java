package org.shiftscope.compute.formula;

import java.util.Arrays;
import java.util.List;

/**
 * Evaluates steps at many points, step by step over blocks of points that stay in the cache. The
 * loops are plain, so that the compiler makes vector instructions of the arithmetic ones.
 */
final class EvaluateBlocks {

  private static final int BLOCK = 256;

  private EvaluateBlocks() {}

  /**
   * Evaluates.
   *
   * @param at shape [variables][at least n]; not modified
   * @param into shape [n]; modified
   */
  static void of(List<Step> steps, double[][] at, double[] into) {
    double[][] values = new double[steps.size()][Math.min(BLOCK, into.length)];
    for (int i = 0; i < values.length; i++) {
      if (steps.get(i).operation() == Operation.NUMBER) {
        Arrays.fill(values[i], steps.get(i).number());
      }
    }
    for (int start = 0; start < into.length; start += BLOCK) {
      int n = Math.min(BLOCK, into.length - start);
      for (int i = 0; i < values.length; i++) {
        evaluate(steps.get(i), values, values[i], at, start, n);
      }
      System.arraycopy(values[values.length - 1], 0, into, start, n);
    }
  }

  private static void evaluate(
      Step step, double[][] values, double[] into, double[][] at, int start, int n) {
    if (step.operation() == Operation.VARIABLE) {
      System.arraycopy(at[step.first()], start, into, 0, n);
    } else if (step.operation() != Operation.NUMBER) {
      loop(step, values[step.first()], values[step.second()], into, n);
    }
  }

  private static void loop(Step step, double[] a, double[] b, double[] into, int n) {
    switch (step.operation()) {
      case ADD -> {
        for (int i = 0; i < n; i++) {
          into[i] = a[i] + b[i];
        }
      }
      case SUBTRACT -> {
        for (int i = 0; i < n; i++) {
          into[i] = a[i] - b[i];
        }
      }
      case MULTIPLY -> {
        for (int i = 0; i < n; i++) {
          into[i] = a[i] * b[i];
        }
      }
      case DIVIDE -> {
        for (int i = 0; i < n; i++) {
          into[i] = a[i] / b[i];
        }
      }
      case EXP -> {
        for (int i = 0; i < n; i++) {
          into[i] = Math.exp(a[i]);
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          into[i] = step.operation().apply(a[i], b[i], step.number());
        }
      }
    }
  }
}
