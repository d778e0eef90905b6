package org.shiftscope.compute.spec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A spec that breaks one or more laws. It carries all of them, so that a person mends them in one
 * go.
 */
public final class InvalidSpec extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  InvalidSpec(List<Problem> problems) {
    super(problems.stream().map(Problem::message).collect(Collectors.joining(" ")));
    this.problems = List.copyOf(problems);
  }

  /** At least one problem, in the order of the fields. */
  public List<Problem> problems() {
    return problems;
  }
}
