package org.shiftscope.ui.comparison;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.AtEqualTemperature;
import org.shiftscope.compute.result.ExperimentComparison.Other;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.compute.result.ExperimentComparison.Side;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import org.shiftscope.ui.kind.NumberTable;

/**
 * The tests of a comparison as people read them.
 *
 * @param comparison which
 */
public record ComparedTests(ExperimentComparison comparison) {

  /** The column of the verdict in {@link #of}. */
  static final int VERDICT = 1;

  private static final List<String> COLUMNS =
      List.of(
          "T",
          "Verdict",
          "Difference [90 %]",
          "Its mean",
          "Reference's",
          "Pairs",
          "Draws",
          "p equal",
          "p different",
          "After Holm");

  /** A row for each quantity, in their order: how many verdicts each experiment has. */
  public NumberTable overview() {
    return new NumberTable(
        "All quantities",
        comparison.others().stream().map(Side::name).toList(),
        comparison.quantities().stream().map(this::counts).toList());
  }

  private NumberTable.Row counts(Quantity quantity) {
    return new NumberTable.Row(
        QuantityKey.title(quantity),
        "",
        "",
        comparison.others().stream().map(side -> counts(quantity, side)).toList());
  }

  private static String counts(Quantity quantity, Side side) {
    return Double.isNaN(quantity.margin())
        ? "no margin"
        : of(quantity, side).map(ComparedTests::counts).orElse("not in common");
  }

  private static Optional<Other> of(Quantity quantity, Side side) {
    return quantity.others().stream()
        .filter(other -> other.experiment().equals(side.experiment()))
        .findFirst();
  }

  /** "2 equivalent, 1 undecided". */
  private static String counts(Other other) {
    return Stream.of(Verdict.values())
        .map(
            verdict -> {
              long count =
                  other.temperatures().stream().filter(test -> test.verdict() == verdict).count();
              return count == 0 ? "" : count + " " + verdict.title().toLowerCase(Locale.ROOT);
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** A row for each test of one quantity. */
  public NumberTable of(Quantity quantity) {
    return new NumberTable(
        "Tests of " + QuantityKey.title(quantity),
        COLUMNS,
        comparison.others().stream()
            .flatMap(
                side ->
                    of(quantity, side).stream()
                        .flatMap(other -> other.temperatures().stream())
                        .map(test -> row(side, test)))
            .toList());
  }

  private NumberTable.Row row(Side side, AtEqualTemperature test) {
    return NumberTable.row(
        side.name(),
        "",
        "",
        SayNumber.significant(test.temperature()),
        verdict(test),
        SayNumber.significant(test.difference()) + SayNumber.interval(test.interval()),
        SayNumber.significant(test.other()),
        SayNumber.significant(test.reference()),
        test.pairs() == 0 ? "none" : Integer.toString(test.pairs()),
        test.draws() + " " + test.drawn(),
        p(test.equal()),
        p(test.different()),
        p(test.adjusted()));
  }

  private String verdict(AtEqualTemperature test) {
    return test.verdict().title()
        + (test.verdict() == Verdict.UNDECIDED || test.standsAt(comparison.level())
            ? ""
            : ", not after Holm");
  }

  private static String p(double value) {
    return Double.isNaN(value) ? "" : SayNumber.significant(value, 2);
  }
}
