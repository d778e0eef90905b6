package org.shiftscope.compute.spec;

import java.util.HashSet;
import java.util.List;

/**
 * The seeds of an experiment: from each comes every random stream of its trials, by a named split.
 *
 * @param values 1 to 1,000 distinct whole numbers, 0 or more
 */
@Bare
public record Seeds(
    @Items(least = 1, most = 1_000) @Within(least = 0, most = Long.MAX_VALUE) List<Long> values) {

  public Seeds {
    values = List.copyOf(values);
    var problems = new Problems();
    problems.items(Seeds.class, "values", "", values, "must hold 1 to 1000 seeds");
    for (int i = 0; i < values.size(); i++) {
      problems.require(values.get(i) >= 0, "[" + i + "]", "must be 0 or more", values.get(i));
    }
    problems.require(
        new HashSet<>(values).size() == values.size(), "", "must differ from one another", values);
    problems.refuseIfAny();
  }
}
