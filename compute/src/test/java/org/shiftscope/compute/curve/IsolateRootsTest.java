package org.shiftscope.compute.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.formula.Formula;

final class IsolateRootsTest {

  /**
   * Polynomials with roots of the slope that are known: 200 of them, 1 to 7 roots, some of them
   * 1e-6 apart.
   */
  @Test
  void findsPlantedRootsHoweverNearTheyAre() {
    var random = java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(3);
    for (int trial = 0; trial < 200; trial++) {
      double[] planted =
          IntStream.rangeClosed(0, random.nextInt(7))
              .mapToDouble(i -> random.nextDouble(-1, 1))
              .toArray();
      if (planted.length > 1 && trial % 2 == 0) {
        planted[1] = planted[0] + 1e-6;
      }
      Arrays.sort(planted);
      Curve slope = curve(product(planted));
      Roots roots = IsolateRoots.of(slopeOf(slope), -1.1, 1.1, 100, IsolateRoots.MANY_PARTS);
      assertThat(roots.unproven()).isEmpty();
      assertThat(roots.changes()).hasSize(planted.length);
      for (int i = 0; i < planted.length; i++) {
        Root root = roots.changes().get(i);
        assertThat(root.single()).isTrue();
        assertThat(planted[i]).isBetween(root.low(), root.high());
        assertThat(root.rising()).isEqualTo((planted.length - i) % 2 == 1);
        assertThat(LocateRoot.of(slopeOf(slope), slope::value, root))
            .isCloseTo(planted[i], within(1e-13));
      }
    }
  }

  /** What lies between two points of any grid is found too. */
  @Test
  void findsAWellAsNarrowAsABillionthOfTheDomain() {
    Curve curve = curve("x^2 - exp(-(10^10*(x - 0.31337))^2)");
    Roots roots = IsolateRoots.of(curve, -1, 1, 100, IsolateRoots.MANY_PARTS);
    assertThat(roots.changes()).extracting(Root::rising).containsExactly(true, false, true);
    assertThat(LocateRoot.of(curve, curve::slope, roots.changes().getLast()))
        .isCloseTo(0.31337, within(1e-15));
  }

  @Test
  void tellsWhatRoundingHides() {
    Curve flat = curve("tanh(50*(x - 1))^2");
    Roots roots = IsolateRoots.of(flat, -3, 3, 100, IsolateRoots.MANY_PARTS);
    assertThat(roots.changes()).hasSize(1);
    assertThat(roots.unproven()).extracting(Unproven::why).contains(Unproven.Reason.ROUNDING);
  }

  @Test
  void tellsWhereItsBudgetWasSpent() {
    Roots roots = IsolateRoots.of(curve("cos(100000*x)"), -2, 2, 100, IsolateRoots.MANY_PARTS);
    assertThat(roots.changes()).hasSizeGreaterThan(100);
    assertThat(roots.unproven())
        .last()
        .satisfies(rest -> assertThat(rest.why()).isEqualTo(Unproven.Reason.BUDGET))
        .satisfies(rest -> assertThat(rest.to()).isEqualTo(2));
  }

  private static String product(double[] roots) {
    List<String> factors = new ArrayList<>();
    for (double root : roots) {
      factors.add("(x - (" + root + "))");
    }
    return String.join("*", factors);
  }

  /** A curve taken for the slope of another. */
  private static Enclosed slopeOf(Curve slope) {
    return (order, x) -> slope.enclose(order - 1, x);
  }

  private static Curve curve(String formula) {
    return new FormulaCurve(Formula.parse(formula, List.of("x")));
  }
}
