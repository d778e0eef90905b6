package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.comparison.CompareExperiments;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.FindFindings;

/** Finds the comparison that a request asks for, as it stands now. */
record FindComparison(FindAsked find, FindFindings findings) {

  static final int MOST = 8;

  /**
   * What was found.
   *
   * @param compared the reference first
   * @param comparison of these
   */
  record Found(List<ComparedExperiment> compared, ExperimentComparison comparison) {}

  /**
   * Compares.
   *
   * @throws InvalidSpec for experiments that cannot be compared
   */
  Found in(Context request) {
    List<ComparedExperiment> compared =
        findings.compared(find.in(request), ReadInclude.of(request));
    return new Found(compared, compare(compared));
  }

  /** The description of what {@link #in} reads. */
  static RouteDescription describe(RouteDescription route) {
    return route
        .requires(FindAsked.FIELD, Schemas.text(), "Ids with commas between them, 2 to " + MOST)
        .query(ReadInclude.NAME, ReadInclude.schema(), "Which trials are to enter");
  }

  private static ExperimentComparison compare(List<ComparedExperiment> asked) {
    ComparedExperiment reference = asked.getFirst();
    List<ComparedExperiment> others = asked.subList(1, asked.size());
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      String field = FindAsked.field(i + 1);
      String id = others.get(i).experiment();
      CompareExperiments.refuse(reference, others.get(i))
          .ifPresent(law -> problems.add(new Problem(field, law, id)));
    }
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return CompareExperiments.of(reference, others);
  }
}
