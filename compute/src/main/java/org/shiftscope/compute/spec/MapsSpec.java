package org.shiftscope.compute.spec;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Changes of coordinates φ = r(θ) of a network, each list with the strengths of one sort; 1 to 10
 * maps in all.
 *
 * @param rescaling α of Dinh's rescaling of layers, 0.01 to 100 and not 1
 * @param rescalingByChannel the same with an α of its own for each channel, from 1/α to α
 * @param linearMix condition numbers of random matrices, 1 to 1e6
 * @param sinh k of φ = sinh(kθ)/k, 0.01 to 100
 * @param cubic k of φ = θ + kθ³, 0.01 to 100
 */
public record MapsSpec(
    @Default("[]") @Within(least = 0.01, most = 100) List<Double> rescaling,
    @Default("[]") @Within(least = 0.01, most = 100) List<Double> rescalingByChannel,
    @Default("[]") @Within(least = 1, most = 1e6) List<Double> linearMix,
    @Default("[]") @Within(least = 0.01, most = 100) List<Double> sinh,
    @Default("[]") @Within(least = 0.01, most = 100) List<Double> cubic) {

  private static final int MOST = 10;

  public MapsSpec {
    rescaling = List.copyOf(rescaling);
    rescalingByChannel = List.copyOf(rescalingByChannel);
    linearMix = List.copyOf(linearMix);
    sinh = List.copyOf(sinh);
    cubic = List.copyOf(cubic);
    var problems = new Problems();
    check(problems, "rescaling", rescaling);
    check(problems, "rescalingByChannel", rescalingByChannel);
    notOne(problems, "rescaling", rescaling);
    notOne(problems, "rescalingByChannel", rescalingByChannel);
    check(problems, "linearMix", linearMix);
    check(problems, "sinh", sinh);
    check(problems, "cubic", cubic);
    int count =
        Stream.of(rescaling, rescalingByChannel, linearMix, sinh, cubic).mapToInt(List::size).sum();
    problems
        .require(count >= 1 && count <= MOST, "", "must name 1 to " + MOST + " maps", count)
        .refuseIfAny();
  }

  private static void check(Problems problems, String field, List<Double> strengths) {
    for (int i = 0; i < strengths.size(); i++) {
      problems.within(MapsSpec.class, field, field + "[" + i + "]", strengths.get(i));
    }
    problems.require(
        new HashSet<>(strengths).size() == strengths.size(),
        field,
        "must differ from one another",
        strengths);
  }

  private static void notOne(Problems problems, String field, List<Double> strengths) {
    for (int i = 0; i < strengths.size(); i++) {
      problems.require(
          strengths.get(i) != 1,
          field + "[" + i + "]",
          "must not be 1, which changes nothing",
          strengths.get(i));
    }
  }

  /** All of them, the exact ones first. */
  public List<MapSpec> all() {
    return Stream.of(
            rescaling.stream().map(alpha -> new MapSpec.Rescaling(alpha, false)),
            rescalingByChannel.stream().map(alpha -> new MapSpec.Rescaling(alpha, true)),
            linearMix.stream().map(MapSpec.LinearMix::new),
            sinh.stream().map(MapSpec.Sinh::new),
            cubic.stream().map(MapSpec.Cubic::new))
        .<MapSpec>flatMap(each -> each)
        .toList();
  }
}
