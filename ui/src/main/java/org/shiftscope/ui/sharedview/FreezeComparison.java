package org.shiftscope.ui.sharedview;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.export.TabulateComparison;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.compute.result.ExperimentComparison.Side;
import org.shiftscope.ui.comparison.ComparedTests;
import org.shiftscope.ui.comparison.ComparisonFigures;
import org.shiftscope.ui.comparison.MeanBand;
import org.shiftscope.ui.comparison.QuantityKey;
import org.shiftscope.ui.sharedview.SharedView.Section;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;

/** The sections of a comparison: what differs, what was found, and each quantity. */
final class FreezeComparison {

  private final ExperimentComparison comparison;
  private final ComparedTests tests;
  private final FreezeFigures figures = new FreezeFigures();

  FreezeComparison(ExperimentComparison comparison) {
    this.comparison = comparison;
    this.tests = new ComparedTests(comparison);
  }

  List<Section> sections(String leftOut) {
    List<Section> sections = new ArrayList<>();
    sections.add(findings(leftOut));
    comparison.quantities().stream().map(this::quantity).forEach(sections::add);
    sections.add(all());
    return sections;
  }

  private Section findings(String leftOut) {
    Stream<String> found =
        comparison.tests() == 0
            ? Stream.of(comparison.sentence())
            : comparison.others().stream().map(Side::found);
    return new Section(
        "findings",
        "Findings",
        Stream.concat(
                Stream.of("The reference is “" + comparison.reference().name() + "”."),
                Stream.concat(
                    comparison.others().stream()
                        .map(side -> "“" + side.name() + "”: " + side.sentence()),
                    found))
            .toList(),
        leftOut.isEmpty() ? List.of() : List.of(leftOut),
        List.of(),
        List.of(FreezeTable.of("quantities", tests.overview())),
        "");
  }

  private Section quantity(Quantity quantity) {
    String id = QuantityKey.of(quantity).replace('.', '-');
    return new Section(
        id,
        QuantityKey.title(quantity),
        List.of(quantity.sentence()),
        List.of(),
        figures.of(id, new ComparisonFigures(comparison, quantity, MeanBand.ERROR).all()),
        List.of(FreezeTable.of(id + "-tests", tests.of(quantity))),
        "");
  }

  private Section all() {
    SharedTable table =
        FreezeTable.of(
            "all-tests",
            TabulateComparison.of(comparison),
            Set.of(
                "quantity", "experiment", "temperature", "difference", "low", "high", "verdict"));
    return new Section(
        "all-tests-section", "All tests", List.of(), List.of(), List.of(), List.of(table), "");
  }
}
