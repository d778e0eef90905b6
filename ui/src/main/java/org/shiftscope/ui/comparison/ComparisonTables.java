package org.shiftscope.ui.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
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
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.Notation;

/**
 * The tests of a comparison as tables.
 *
 * @param comparison which
 */
record ComparisonTables(ExperimentComparison comparison) {

  /** All quantities, each a link to its numbers, with how many verdicts each experiment has. */
  Component quantities(List<String> experiments) {
    var table = new NativeTable();
    table.getHead().add(head(Stream.concat(Stream.of("Quantity"), names())));
    comparison
        .quantities()
        .forEach(quantity -> table.getBody().add(row(quantity, link(experiments, quantity))));
    return scrolling("quantities", table);
  }

  private Stream<String> names() {
    return comparison.others().stream().map(Side::name);
  }

  private static RouterLink link(List<String> experiments, Quantity quantity) {
    RouterLink link = Navigation.linkToComparison(experiments, QuantityKey.of(quantity));
    Notation.show(link, QuantityKey.title(quantity));
    return link;
  }

  private NativeTableRow row(Quantity quantity, RouterLink link) {
    var row = new NativeTableRow(rowHead(link));
    comparison
        .others()
        .forEach(
            side -> {
              String counts =
                  Double.isNaN(quantity.margin())
                      ? "no margin"
                      : of(quantity, side).map(ComparisonTables::counts).orElse("not in common");
              var cell = new NativeTableCell(counts);
              cell.setClassName("verdict-different", counts.contains("different"));
              row.add(cell);
            });
    return row;
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

  /** Each test of one quantity. */
  Component tests(Quantity quantity) {
    var table = new NativeTable();
    table
        .getHead()
        .add(
            head(
                Stream.of(
                    "Experiment",
                    "T",
                    "Verdict",
                    "Difference [90 %]",
                    "Its mean",
                    "Reference's",
                    "Pairs",
                    "Draws",
                    "p equal",
                    "p different",
                    "After Holm")));
    for (Side side : comparison.others()) {
      of(quantity, side)
          .ifPresent(
              other -> other.temperatures().forEach(test -> table.getBody().add(row(side, test))));
    }
    return scrolling("tests", table);
  }

  private NativeTableRow row(Side side, AtEqualTemperature test) {
    var name = new Span(side.name());
    var verdict = new NativeTableCell(verdict(test));
    verdict.setClassName("verdict-different", test.verdict() == Verdict.DIFFERENT);
    return new NativeTableRow(
        rowHead(name),
        number(SayNumber.significant(test.temperature())),
        verdict,
        number(SayNumber.significant(test.difference()) + SayNumber.interval(test.interval())),
        number(SayNumber.significant(test.other())),
        number(SayNumber.significant(test.reference())),
        number(test.pairs() == 0 ? "none" : Integer.toString(test.pairs())),
        number(test.draws() + " " + test.drawn()),
        number(p(test.equal())),
        number(p(test.different())),
        number(p(test.adjusted())));
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

  private static NativeTableRow head(Stream<String> columns) {
    var head = new NativeTableRow();
    columns.forEach(column -> head.add(new NativeTableHeaderCell(column)));
    return head;
  }

  private static NativeTableHeaderCell rowHead(Component content) {
    var cell = new NativeTableHeaderCell(content);
    cell.getElement().setAttribute("scope", "row");
    return cell;
  }

  private static NativeTableCell number(String text) {
    var cell = new NativeTableCell(text);
    cell.addClassName("value");
    return cell;
  }

  private static Div scrolling(String id, NativeTable table) {
    var scrolls = new Div(table);
    scrolls.addClassName("number-table");
    scrolls.setId(id);
    // What scrolls to the side must be reachable by keyboard.
    scrolls.getElement().setAttribute("tabindex", "0");
    return scrolls;
  }
}
