package org.shiftscope.compute.formula;

/**
 * An interval of real numbers, [low, high] · 2^scale, with operations that round outward: what
 * comes out holds every value that the operation has on the operands (Moore, Kearfott and Cloud
 * 2009, Introduction to Interval Analysis, chapters 2 and 5).
 *
 * <p>The scale keeps numbers apart that a double would call 0: far from a minimum a Gaussian's
 * slope is exp(−10,000), and its sign is what a search for maxima asks for. It is 0 while ends are
 * of an ordinary size, so that rounding is that of doubles. An operation that has no value
 * somewhere on its operand gives {@link #ALL}: the whole line.
 *
 * @param low the lower end, before scaling; −∞ where there is none
 * @param high the upper end, not below {@code low}; +∞ where there is none
 * @param scale the power of 2
 */
public record Interval(double low, double high, long scale) {

  /** The whole line: nothing is known, or there is no value somewhere. */
  public static final Interval ALL =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);

  private static final double SMALL = 0x1p-300;
  private static final double LARGE = 0x1p300;

  /** Beyond this, exp has no ends that a long tells; far below, it is between 0 and next to 0. */
  private static final double LARGEST_EXPONENT = 1e17;

  private static final double LN_2 = Math.log(2);

  /** Error of {@link Math#sinh}, cosh and tanh in units of the last place, and half of one more. */
  private static final int HYPERBOLIC = 3;

  /** One number. */
  public static Interval of(double number) {
    return of(number, number);
  }

  /** From one number to another that is not below it; the whole line where one is not finite. */
  public static Interval of(double low, double high) {
    return Double.isFinite(low) && Double.isFinite(high) ? scaled(low, high, 0) : ALL;
  }

  /** Whether it holds 0. */
  public boolean holdsZero() {
    return low <= 0 && high >= 0;
  }

  /** Whether all of it is above 0. */
  public boolean isAbove0() {
    return low > 0;
  }

  /** Whether all of it is below 0. */
  public boolean isBelow0() {
    return high < 0;
  }

  /** Whether it has two ends. */
  public boolean isBounded() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  /** A number not above its lower end. */
  public double lower() {
    return scale == 0 ? low : down(low, scale);
  }

  /** A number not below its upper end. */
  public double upper() {
    return scale == 0 ? high : -down(-high, scale);
  }

  /** How far its ends lie apart, in doubles; infinite where it has not two. */
  public double width() {
    return upper() - lower();
  }

  /**
   * What two intervals share, where both hold the same number; either where rounding parts them.
   */
  public Interval and(Interval other) {
    long common = Math.max(scale, other.scale);
    double a = Math.max(down(low, scale - common), down(other.low, other.scale - common));
    double b = Math.min(up(high, scale - common), up(other.high, other.scale - common));
    return a <= b ? scaled(a, b, common) : this;
  }

  /** The sum. */
  public Interval plus(Interval other) {
    if (!isBounded() || !other.isBounded()) {
      return ALL;
    }
    if (isZero()) {
      return other;
    }
    if (other.isZero()) {
      return this;
    }
    long common = Math.max(scale, other.scale);
    return scaled(
        Math.nextDown(down(low, scale - common) + down(other.low, other.scale - common)),
        Math.nextUp(up(high, scale - common) + up(other.high, other.scale - common)),
        common);
  }

  /** Its mirror image about 0. */
  public Interval negated() {
    return new Interval(-high, -low, scale);
  }

  /** The product. */
  public Interval times(Interval other) {
    if (isZero() || other.isZero()) {
      return isBounded() && other.isBounded() ? of(0) : ALL;
    }
    if (!isBounded() || !other.isBounded()) {
      return ALL;
    }
    double a = product(low, other.low);
    double b = product(low, other.high);
    double c = product(high, other.low);
    double d = product(high, other.high);
    return scaled(
        outDown(Math.min(Math.min(a, b), Math.min(c, d))),
        outUp(Math.max(Math.max(a, b), Math.max(c, d))),
        scale + other.scale);
  }

  /** Its product with itself, which is not below 0. */
  public Interval squared() {
    if (!isBounded()) {
      return ALL;
    }
    double most = Math.max(-low, high);
    double least = Math.max(0, Math.max(low, -high));
    return scaled(
        Math.max(0, outDown(product(least, least))), outUp(product(most, most)), 2 * scale);
  }

  /** The quotient; the whole line where the divisor holds 0. */
  public Interval over(Interval other) {
    if (other.holdsZero() || !isBounded() || !other.isBounded()) {
      return ALL;
    }
    double a = quotient(low, other.low);
    double b = quotient(low, other.high);
    double c = quotient(high, other.low);
    double d = quotient(high, other.high);
    return scaled(
        outDown(Math.min(Math.min(a, b), Math.min(c, d))),
        outUp(Math.max(Math.max(a, b), Math.max(c, d))),
        scale - other.scale);
  }

  /** e to its power. */
  public Interval exp() {
    double a = lower();
    double b = upper();
    if (!isBounded() || !(b <= LARGEST_EXPONENT)) {
      return ALL;
    }
    if (!(b >= -LARGEST_EXPONENT)) {
      return new Interval(0, 1, (long) -LARGEST_EXPONENT);
    }
    // exp(u) = exp(u − n ln 2) 2^n; of a wide interval, the lower end may vanish beside the upper.
    long n = b > 600 || b < -600 ? (long) Math.rint(b / LN_2) : 0;
    Interval turned = of(n).times(of(Math.nextDown(LN_2), Math.nextUp(LN_2)));
    Interval low = of(Math.max(a, -LARGEST_EXPONENT)).plus(turned.negated());
    Interval high = of(b).plus(turned.negated());
    return scaled(
        a < -LARGEST_EXPONENT
            ? 0
            : Math.max(0, Math.nextDown(Math.nextDown(Math.exp(low.lower())))),
        Math.nextUp(Math.nextUp(Math.exp(high.upper()))),
        n);
  }

  Interval log() {
    if (!(low > 0) || !isBounded()) {
      return ALL;
    }
    Interval ofScale = of(scale).times(of(Math.nextDown(LN_2), Math.nextUp(LN_2)));
    return of(wide(Math.log(low), -1), wide(Math.log(high), 1)).plus(ofScale);
  }

  Interval sqrt() {
    if (!(low >= 0) || !isBounded()) {
      return ALL;
    }
    double odd = scale % 2 == 0 ? 1 : 2;
    long half = Math.floorDiv(scale, 2);
    return scaled(
        Math.max(0, Math.nextDown(Math.sqrt(odd * low))), Math.nextUp(Math.sqrt(odd * high)), half);
  }

  /** To the power of a number, by that of e; 0 to a power above 0 is 0. */
  Interval power(double exponent) {
    if (exponent == Math.rint(exponent) && Math.abs(exponent) < 1_000) {
      Interval whole = power((int) Math.abs(exponent));
      return exponent < 0 ? of(1).over(whole) : whole;
    }
    if (low == 0 && exponent > 0 && isBounded()) {
      Interval most = new Interval(high, high, scale);
      return high == 0 ? this : new Interval(0, 1, 0).times(most.power(exponent));
    }
    return low > 0 ? log().times(of(exponent)).exp() : ALL;
  }

  private Interval power(int exponent) {
    if (exponent == 0) {
      return of(1);
    }
    Interval even = exponent == 1 ? of(1) : power(exponent / 2).squared();
    return exponent % 2 == 0 ? even : even.times(this);
  }

  Interval sin() {
    return turned(0);
  }

  Interval cos() {
    return turned(1);
  }

  Interval sinh() {
    return rising(Math.sinh(lower()), Math.sinh(upper()), HYPERBOLIC);
  }

  Interval cosh() {
    double a = lower();
    double b = upper();
    double least = a <= 0 && b >= 0 ? 0 : Math.min(Math.abs(a), Math.abs(b));
    Interval all =
        rising(Math.cosh(least), Math.cosh(Math.max(Math.abs(a), Math.abs(b))), HYPERBOLIC);
    return all.isBounded() ? of(Math.max(1, all.low), all.high) : ALL;
  }

  Interval tanh() {
    Interval all = rising(Math.tanh(lower()), Math.tanh(upper()), HYPERBOLIC);
    return all.isBounded() ? of(Math.max(-1, all.low), Math.min(1, all.high)) : ALL;
  }

  /** sin(x + quarters · π/2): its values at the ends, and ±1 where a top or bottom lies between. */
  private Interval turned(int quarters) {
    double a = lower();
    double b = upper();
    if (!(b - a < 6) || Math.max(Math.abs(a), Math.abs(b)) > 1e9) {
      return of(-1, 1);
    }
    double atA = quarters == 0 ? Math.sin(a) : Math.cos(a);
    double atB = quarters == 0 ? Math.sin(b) : Math.cos(b);
    // A top of sin lies at π/2 + 2πk; more is taken for one than is, by rounding.
    double slack = 1e-6;
    boolean top = holdsTurn(a, b, 0.25 - quarters / 4.0, slack);
    boolean bottom = holdsTurn(a, b, 0.75 - quarters / 4.0, slack);
    return of(
        bottom ? -1 : Math.max(-1, wide(Math.min(atA, atB), -2)),
        top ? 1 : Math.min(1, wide(Math.max(atA, atB), 2)));
  }

  /** Whether a whole number of turns after a part of one may lie between two angles. */
  private static boolean holdsTurn(double a, double b, double part, double slack) {
    double turn = 2 * Math.PI;
    double first = Math.ceil(a / turn - part - slack);
    return first <= b / turn - part + slack;
  }

  private static Interval rising(double low, double high, int ulps) {
    return of(wide(low, -ulps), wide(high, ulps));
  }

  private static double wide(double value, int ulps) {
    return value + ulps * Math.ulp(value);
  }

  private boolean isZero() {
    return low == 0 && high == 0;
  }

  /** Of two numbers that are not 0, neither is what comes out. */
  private static double product(double a, double b) {
    double product = a * b;
    return product == 0 && a != 0 && b != 0 ? Math.copySign(Double.MIN_VALUE, product) : product;
  }

  private static double quotient(double a, double b) {
    double quotient = a / b;
    return quotient == 0 && a != 0 ? Math.copySign(Double.MIN_VALUE, quotient) : quotient;
  }

  /** An end that is exactly 0 stays so: 0 times a number is no rounding. */
  private static double outDown(double value) {
    return value == 0 ? value : Math.nextDown(value);
  }

  private static double outUp(double value) {
    return value == 0 ? value : Math.nextUp(value);
  }

  /**
   * Brings ends of no ordinary size to one, by scaling; a small end beside a large one may be 0.
   */
  private static Interval scaled(double low, double high, long scale) {
    double most = Math.max(Math.abs(low), Math.abs(high));
    if (!(most < Double.POSITIVE_INFINITY)) {
      return ALL;
    }
    if (most == 0) {
      return new Interval(0, 0, 0);
    }
    if (most >= SMALL && most <= LARGE && scale == 0) {
      return new Interval(low, high, 0);
    }
    return normal(low, high, scale, Math.getExponent(most));
  }

  private static Interval normal(double low, double high, long scale, int exponent) {
    long whole = scale + exponent;
    // Back to plain doubles where they hold it.
    long by = Math.abs(whole) < 300 ? -scale : exponent;
    return new Interval(down(low, -by), up(high, -by), scale + by);
  }

  /** Not above value · 2^exponent. */
  private static double down(double value, long exponent) {
    if (exponent == 0 || value == 0) {
      return value;
    }
    double shifted = Math.scalb(value, (int) Math.clamp(exponent, -4_000, 4_000));
    if (shifted == 0 || Math.abs(shifted) < Double.MIN_NORMAL) {
      return value > 0 ? 0 : Math.nextDown(shifted);
    }
    return shifted == Double.POSITIVE_INFINITY ? Double.MAX_VALUE : shifted;
  }

  private static double up(double value, long exponent) {
    return -down(-value, exponent);
  }
}
