package org.shiftscope.compute.estimate;

/**
 * How fast one trial works, as timed.
 *
 * @param perSecond how many of the unit each second, above 0
 * @param unit what is counted
 */
public record Speed(double perSecond, Unit unit) {

  /** What a trial's work is counted in. */
  public enum Unit {
    /** Gradients of one sample in SGD. */
    SAMPLES("samples/s"),
    /** Steps of one walker. */
    WALKER_STEPS("walker steps/s"),
    /** Points at which a field and its derivatives are taken. */
    POINTS("points/s"),
    /** Landscapes compared in two coordinates, each a whole trial. */
    COMPARISONS("comparisons/s");

    private final String title;

    Unit(String title) {
      this.title = title;
    }

    /** As it is printed behind the number, and in JSON. */
    public String title() {
      return title;
    }
  }
}
