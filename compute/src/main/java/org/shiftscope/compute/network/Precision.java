package org.shiftscope.compute.network;

import org.nd4j.linalg.api.buffer.DataType;

/** The floating point in which a network's layers compute. Losses are always summed in float64. */
public enum Precision {
  /** float32. */
  SINGLE(DataType.FLOAT),
  /** float64. */
  DOUBLE(DataType.DOUBLE);

  private final DataType type;

  Precision(DataType type) {
    this.type = type;
  }

  /** Bytes of a number. */
  public int bytes() {
    return type.width();
  }

  DataType type() {
    return type;
  }
}
