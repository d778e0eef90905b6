package org.shiftscope.compute.spec;

/** Values in messages. */
final class SayValue {

  private SayValue() {}

  static String of(Object value) {
    return String.valueOf(value);
  }

  static String bound(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
