package org.shiftscope.compute.network.kernel;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An array that may lie where Java cannot reach: numbers are gathered in Java's memory and copied
 * as a whole.
 */
final class Nd4jBuffer implements Buffer {

  private final INDArray array;

  /** What was written in parts; empty until something is. */
  private float[] gathered = {};

  /** The same of an array in float64. */
  private double[] gatheredDoubles = {};

  Nd4jBuffer(DataType type, long... shape) {
    array = Nd4j.create(type, shape);
  }

  @Override
  public INDArray array() {
    return array;
  }

  @Override
  public void write(float[] from, double[] levels, int first, long to, int count) {
    if (array.dataType() == DataType.DOUBLE) {
      writeDoubles(from, levels, first, Math.toIntExact(to), count);
      return;
    }
    if (gathered.length == 0) {
      gathered = new float[Math.toIntExact(array.length())];
    }
    System.arraycopy(from, first, gathered, Math.toIntExact(to), count);
  }

  private void writeDoubles(float[] from, double[] levels, int first, int to, int count) {
    if (gatheredDoubles.length == 0) {
      gatheredDoubles = new double[Math.toIntExact(array.length())];
    }
    for (int i = 0; i < count; i++) {
      gatheredDoubles[to + i] = Buffer.exact(from[first + i], levels);
    }
  }

  @Override
  public void send() {
    copy(
        array.dataType() == DataType.DOUBLE
            ? Nd4j.createFromArray(gatheredDoubles)
            : Nd4j.createFromArray(gathered));
  }

  @Override
  public void write(double[] from) {
    copy(Nd4j.createFromArray(from));
  }

  @Override
  public void write(double[] from, int first) {
    if (first == from.length) {
      return; // ND4J has no empty views.
    }
    INDArray numbers = Nd4j.createFromArray(Arrays.copyOfRange(from, first, from.length));
    array.get(NDArrayIndex.interval(first, from.length)).assign(numbers);
    numbers.close();
  }

  private void copy(INDArray numbers) {
    array.assign(numbers.reshape('c', array.shape()));
    numbers.close();
  }

  @Override
  public void read(double[] into) {
    System.arraycopy(array.data().asDouble(), 0, into, 0, into.length);
  }

  @Override
  public void addTo(double[] into, double weight) {
    double[] numbers = array.data().asDouble();
    for (int i = 0; i < into.length; i++) {
      into[i] += weight * numbers[i];
    }
  }

  @Override
  public void close() {
    array.close();
  }
}
