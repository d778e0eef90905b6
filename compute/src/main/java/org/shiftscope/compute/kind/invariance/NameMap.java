package org.shiftscope.compute.kind.invariance;

import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.spec.MapSpec;

/** Names maps for a person. */
final class NameMap {

  private NameMap() {}

  static String of(MapSpec map) {
    return switch (map) {
      case MapSpec.Rescaling(double alpha, boolean byChannel) ->
          byChannel
              ? "Rescaling, α by channel from "
                  + SayNumber.significant(Math.min(alpha, 1 / alpha))
                  + " to "
                  + SayNumber.significant(Math.max(alpha, 1 / alpha))
              : "Rescaling, α = " + SayNumber.significant(alpha);
      case MapSpec.LinearMix(double condition) ->
          "Linear mix of condition " + SayNumber.significant(condition);
      case MapSpec.Sinh(double strength) ->
          "φ = sinh(kθ)/k, k = " + SayNumber.significant(strength);
      case MapSpec.Cubic(double strength) -> "φ = θ + kθ³, k = " + SayNumber.significant(strength);
    };
  }
}
