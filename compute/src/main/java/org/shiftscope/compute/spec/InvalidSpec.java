package org.shiftscope.compute.spec;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A spec that breaks one or more laws. It carries the first 100 problems and counts the others, so
 * that a person mends them in one go and a large body of nonsense gets a small answer.
 */
public final class InvalidSpec extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> told;
  private final int more;

  InvalidSpec(List<Problem> told, int more) {
    this.told = List.copyOf(told);
    this.more = more;
  }

  /** The refusal of a spec for problems that only show beside what is stored: at least one. */
  public static InvalidSpec of(List<Problem> problems) {
    var gathered = new Problems();
    problems.forEach(gathered::add);
    return gathered.refusal();
  }

  /**
   * At least one problem, in the order of the fields; after a hundred a last one that says how many
   * more there are.
   */
  public List<Problem> problems() {
    return more == 0
        ? told
        : Stream.concat(
                told.stream(),
                Stream.of(new Problem("", "has " + more + " more problems beside these", "")))
            .toList();
  }

  /** How many problems there are, told or not. */
  public int count() {
    return told.size() + more;
  }

  List<Problem> told() {
    return told;
  }

  int more() {
    return more;
  }

  @Override
  public String getMessage() {
    return problems().stream().map(Problem::message).collect(Collectors.joining(" "));
  }
}
