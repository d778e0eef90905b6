package org.shiftscope.compute.kind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.exception.MathRuntimeException;
import org.shiftscope.compute.result.Theory;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;

/** What theory says of a spec, or why it says nothing. */
public final class TellTheory {

  private TellTheory() {}

  /**
   * Tells.
   *
   * @param temperature as {@link Kind#theory} takes it
   * @throws InvalidSpec where the numbers of a legal spec are beyond what can be computed with
   */
  public static Optional<? extends Theory> of(ExperimentSpec spec, OptionalDouble temperature) {
    try {
      return Kind.of(spec).theory(temperature);
    } catch (MathRuntimeException beyond) {
      throw InvalidSpec.of(
          List.of(
              new Problem(
                  "",
                  "has no theory that can be computed with the numbers that it has ("
                      + beyond.getMessage()
                      + "): take losses, noise and temperatures nearer to 1",
                  "")));
    }
  }
}
