package org.shiftscope.compute.spec;

import java.util.List;

/**
 * Where on the way to its end a flow is measured too, as shares of its flow time τ: the flow on the
 * train loss and that on the test loss have times of their own, and are measured at the same shares
 * of them.
 *
 * @param shares 1 to 8, ascending, each from 1e-6 to 0.99
 */
@Bare
public record EarlierTimes(
    @Items(least = 1, most = MOST) @Within(least = 1e-6, most = 0.99) List<Double> shares) {

  private static final int MOST = 8;

  public EarlierTimes {
    shares = List.copyOf(shares);
    var problems = new Problems();
    problems.items(
        EarlierTimes.class,
        "shares",
        "",
        shares,
        "must hold 1 to " + MOST + " shares of the flow times");
    for (int i = 0; i < shares.size(); i++) {
      problems.within(EarlierTimes.class, "shares", "[" + i + "]", shares.get(i));
      problems.require(
          i == 0 || shares.get(i) > shares.get(i - 1),
          "[" + i + "]",
          "must be above the share before it",
          shares.get(i));
    }
    problems.refuseIfAny();
  }
}
