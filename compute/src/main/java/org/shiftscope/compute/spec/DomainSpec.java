package org.shiftscope.compute.spec;

/**
 * The domain of a landscape in one dimension; its ends reflect.
 *
 * @param from its lower end, −1e6 to 1e6
 * @param to its upper end, −1e6 to 1e6, above {@code from}
 */
public record DomainSpec(
    @Within(least = -LARGEST, most = LARGEST) double from,
    @Within(least = -LARGEST, most = LARGEST) double to) {

  private static final double LARGEST = 1e6;

  public DomainSpec {
    new Problems()
        .within(DomainSpec.class, "from", from)
        .within(DomainSpec.class, "to", to)
        .require(!(to <= from), "to", "must be above domain.from, " + SayValue.of(from), to)
        .refuseIfAny();
  }

  /** Its length, above 0. */
  public double length() {
    return to - from;
  }
}
