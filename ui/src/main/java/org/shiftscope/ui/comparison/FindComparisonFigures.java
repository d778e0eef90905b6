package org.shiftscope.ui.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.comparison.ComparisonChoice.OfTrial;
import org.shiftscope.ui.frame.Navigation;

/**
 * The figures of a comparison as its page shows them: of one quantity, of the lines over one
 * another, and of two quantities of the trials where these are named.
 *
 * @param experiments where trials are read
 * @param compared the reference first
 * @param comparison of these
 */
public record FindComparisonFigures(
    Experiments experiments, List<ComparedExperiment> compared, ExperimentComparison comparison) {

  /**
   * All of them, in the order of the page; reads trials.
   *
   * @param query what the page's address says beside the experiments
   * @throws InvalidSpec where it names what there is not
   */
  public List<Figure> of(Function<String, Optional<String>> query) {
    var choice =
        ComparisonChoice.from(
            compared.stream().map(ComparedExperiment::experiment).toList(), query);
    var names = ReadComparison.names(comparison);
    OverlaidLines lines = OverlaidLines.read(experiments, compared, names, choice.lines());
    ComparedScatter scatter = ComparedScatter.read(experiments, compared, names, choice.scatter());
    refuse(problems(query, choice, lines, scatter));
    return Stream.of(
            new ComparisonFigures(comparison, choice.quantity(comparison), choice.spread()).all(),
            lines.figures(),
            scatter.figures())
        .flatMap(List::stream)
        .toList();
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
  }

  private List<Problem> problems(
      Function<String, Optional<String>> query,
      ComparisonChoice choice,
      OverlaidLines lines,
      ComparedScatter scatter) {
    List<Problem> problems = new ArrayList<>();
    oneOf(
        problems,
        Navigation.QUANTITY,
        choice.quantity(),
        comparison.quantities().stream().map(QuantityKey::of).toList());
    oneOf(
        problems,
        ComparisonChoice.SPREAD,
        query.apply(ComparisonChoice.SPREAD).orElse(""),
        Stream.of(MeanBand.values()).map(Named::id).toList());
    lines(problems, ComparisonChoice.named(query), lines);
    ScatterChoice asked = choice.scatter();
    boolean any = !asked.x().isEmpty() || !asked.y().isEmpty();
    if (any) {
      mustBe(problems, "x", asked.x(), scatter.heads());
      mustBe(problems, "y", asked.y(), scatter.heads());
    }
    oneOf(problems, "log", asked.log(), List.of("x", "y", "xy"));
    return problems;
  }

  private static void lines(List<Problem> problems, List<String> named, OverlaidLines read) {
    for (int i = 0; i < named.size(); i++) {
      String field = ComparisonChoice.LINES + "[" + i + "]";
      if (i >= ComparisonChoice.MOST_LINES) {
        problems.add(
            new Problem(
                field, "must not be there: at most " + ComparisonChoice.MOST_LINES, named.get(i)));
      } else if (OfTrial.parse(named.get(i)).filter(read.chosen()::contains).isEmpty()) {
        problems.add(
            new Problem(
                field,
                "must be a finished trial with a line, as the experiment's id, a colon and the"
                    + " trial's number",
                named.get(i)));
      }
    }
  }

  private static void oneOf(List<Problem> problems, String field, String text, List<String> known) {
    if (!text.isEmpty()) {
      mustBe(problems, field, text, known);
    }
  }

  private static void mustBe(
      List<Problem> problems, String field, String text, List<String> known) {
    if (!known.contains(text)) {
      problems.add(new Problem(field, "must be one of " + String.join(", ", known), text));
    }
  }
}
