package org.shiftscope.server.config;

import java.util.List;
import java.util.stream.Collectors;

/** A configuration that breaks one or more laws. It carries all of them. */
public final class InvalidConfig extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  InvalidConfig(List<ConfigProblem> problems) {
    super(problems.stream().map(ConfigProblem::message).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one problem. */
  public List<ConfigProblem> problems() {
    return problems;
  }
}
