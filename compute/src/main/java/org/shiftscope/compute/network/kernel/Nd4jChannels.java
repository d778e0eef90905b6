package org.shiftscope.compute.network.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What batch norm does over all pixels of an array, by ND4J's operations alone. A sum over rows is
 * a product with a row of ones.
 */
final class Nd4jChannels {

  private final Operations operations;
  private final INDArray rows;
  private final int channels;
  private final Allocate allocate;

  /**
   * On an array.
   *
   * @param array [..., channels]
   */
  Nd4jChannels(Operations operations, INDArray array, int channels, Allocate allocate) {
    this.operations = operations;
    this.channels = channels;
    this.allocate = allocate;
    rows = asRows(array);
  }

  /** Twice over the array: the squares of what differs from the mean lose nothing to it. */
  Runnable moments(double[] mean, double[] variance) {
    INDArray centred = allocate.zeros(rows.shape());
    double[] ones = new double[channels];
    double[] minusMean = new double[channels];
    double[] unused = new double[channels];
    Arrays.fill(ones, 1);
    Runnable sum = sums(rows, mean, unused);
    Runnable centre = scale(ones, minusMean, centred);
    Runnable square =
        new Nd4jChannels(operations, centred, channels, allocate).sums(centred, unused, variance);
    double count = rows.size(0);
    return () -> {
      sum.run();
      for (int c = 0; c < channels; c++) {
        mean[c] /= count;
        minusMean[c] = -mean[c];
      }
      centre.run();
      square.run();
      for (int c = 0; c < channels; c++) {
        variance[c] /= count;
      }
    };
  }

  Runnable sums(INDArray other, double[] sums, double[] products) {
    INDArray ones = allocate.zeros(1, rows.size(0)).addi(1);
    INDArray together = allocate.zeros(rows.shape());
    INDArray sum = allocate.zeros(1, channels);
    INDArray productSum = allocate.zeros(1, channels);
    Runnable add = operations.product(ones, false, rows, false, sum);
    Runnable multiply = operations.multiply(rows, asRows(other), together);
    Runnable addProducts = operations.product(ones, false, together, false, productSum);
    return () -> {
      add.run();
      multiply.run();
      addProducts.run();
      read(sum, sums);
      read(productSum, products);
    };
  }

  Runnable scale(double[] scale, double[] shift, INDArray output) {
    INDArray shifts = allocate.zeros(channels);
    Runnable multiply = multiply(scale, asRows(output));
    Runnable add = operations.addBias(asRows(output), shifts);
    return () -> {
      multiply.run();
      write(shift, shifts);
      add.run();
    };
  }

  Runnable addScaled(double[] scale, INDArray output) {
    INDArray scaled = allocate.zeros(rows.shape());
    Runnable multiply = multiply(scale, scaled);
    Runnable add = operations.add(asRows(output), scaled, asRows(output));
    return () -> {
      multiply.run();
      add.run();
    };
  }

  /** result = scale · the array. */
  private Runnable multiply(double[] scale, INDArray result) {
    INDArray factors = allocate.zeros(channels);
    DynamicCustomOp broadcast =
        DynamicCustomOp.builder("multiply").addInputs(rows, factors).addOutputs(result).build();
    return () -> {
      write(scale, factors);
      Nd4j.exec(broadcast);
    };
  }

  private INDArray asRows(INDArray array) {
    return array.reshape('c', array.length() / channels, channels);
  }

  private static void read(INDArray numbers, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = numbers.getDouble(i);
    }
  }

  private static void write(double[] from, INDArray numbers) {
    for (int i = 0; i < from.length; i++) {
      numbers.putScalar(i, from[i]);
    }
  }
}
