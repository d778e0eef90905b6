package org.shiftscope.compute.finding;

/** What a trend is against: what orders the trials. */
public enum Against {
  TEMPERATURE("T", "temperature", "temperatures"),
  SAMPLE_SIZE("n", "sample size", "sample sizes");

  private final String symbol;
  private final String one;
  private final String many;

  Against(String symbol, String one, String many) {
    this.symbol = symbol;
    this.one = one;
    this.many = many;
  }

  String symbol() {
    return symbol;
  }

  String one() {
    return one;
  }

  String many() {
    return many;
  }
}
