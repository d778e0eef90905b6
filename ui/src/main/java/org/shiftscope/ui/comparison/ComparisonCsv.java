package org.shiftscope.ui.comparison;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.AtEqualTemperature;
import org.shiftscope.compute.result.ExperimentComparison.Other;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.ui.wording.Notation;

/** All tests as CSV, numbers without loss; an empty place is a number that is not there. */
public final class ComparisonCsv {

  private static final List<String> HEAD =
      List.of(
          "quantity",
          "unit",
          "trainTime",
          "testTime",
          "reference",
          "experiment",
          "temperature",
          "pairs",
          "draws",
          "drawn",
          "referenceMean",
          "experimentMean",
          "difference",
          "low",
          "high",
          "margin",
          "equal",
          "different",
          "adjusted",
          "verdict");

  private ComparisonCsv() {}

  /** The text of the file. */
  public static String of(ExperimentComparison comparison) {
    return Stream.concat(
            Stream.of(String.join(",", HEAD)),
            comparison.quantities().stream()
                .flatMap(
                    quantity ->
                        quantity.others().stream()
                            .flatMap(other -> lines(comparison, quantity, other))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Stream<String> lines(
      ExperimentComparison comparison, Quantity quantity, Other other) {
    return other.temperatures().stream().map(test -> line(comparison, quantity, other, test));
  }

  private static String line(
      ExperimentComparison comparison, Quantity quantity, Other other, AtEqualTemperature test) {
    return Stream.of(
            quoted(quantity.title()),
            quoted(quantity.unit()),
            quantity.flowTime().map(time -> number(time.train())).orElse(""),
            quantity.flowTime().map(time -> number(time.test())).orElse(""),
            comparison.reference().experiment(),
            other.experiment(),
            number(test.temperature()),
            Integer.toString(test.pairs()),
            Integer.toString(test.draws()),
            test.drawn(),
            number(test.reference()),
            number(test.other()),
            number(test.difference()),
            number(test.interval().low()),
            number(test.interval().high()),
            number(quantity.margin()),
            number(test.equal()),
            number(test.different()),
            number(test.adjusted()),
            test.verdict().id())
        .collect(Collectors.joining(","));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static String quoted(String text) {
    return '"' + Notation.plain(text).replace("\"", "\"\"") + '"';
  }
}
