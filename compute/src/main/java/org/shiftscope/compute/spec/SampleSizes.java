package org.shiftscope.compute.spec;

import java.util.List;

/**
 * Numbers of samples, train and test together.
 *
 * @param values 1 to 100 ascending whole numbers, 2 or more
 */
@Bare
public record SampleSizes(
    @Items(least = 1, most = MOST) @Within(least = 2, most = Integer.MAX_VALUE)
        List<Integer> values) {

  private static final int MOST = 100;

  public SampleSizes {
    values = List.copyOf(values);
    var problems =
        new Problems()
            .items(
                SampleSizes.class,
                "values",
                "",
                values,
                "must hold 1 to " + MOST + " sample sizes");
    for (int i = 0; i < values.size(); i++) {
      problems.require(values.get(i) >= 2, "[" + i + "]", "must be 2 or more", values.get(i));
    }
    problems
        .require(
            values.stream().distinct().sorted().toList().equals(values), "", "must ascend", values)
        .refuseIfAny();
  }
}
