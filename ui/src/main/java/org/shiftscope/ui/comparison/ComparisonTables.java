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
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.wording.Notation;

/**
 * The tests of a comparison as tables.
 *
 * @param comparison which
 */
record ComparisonTables(ExperimentComparison comparison) {

  private static final String DIFFERENT = Verdict.DIFFERENT.title();

  /** All quantities, each a link to its numbers, with how many verdicts each experiment has. */
  Component quantities(ComparisonChoice choice) {
    NumberTable overview = new ComparedTests(comparison).overview();
    var table = new NativeTable();
    table.getHead().add(head("Quantity", overview.columns()));
    for (int i = 0; i < overview.rows().size(); i++) {
      RouterLink link = link(choice, comparison.quantities().get(i));
      var row = new NativeTableRow(rowHead(link));
      overview.rows().get(i).values().forEach(counts -> row.add(verdict(counts, "different")));
      table.getBody().add(row);
    }
    return scrolling("quantities", table);
  }

  private static RouterLink link(ComparisonChoice choice, Quantity quantity) {
    RouterLink link =
        Navigation.linkToComparison(choice.quantity(QuantityKey.of(quantity)).query());
    Notation.show(link, QuantityKey.title(quantity));
    return link;
  }

  /** Each test of one quantity. */
  Component tests(Quantity quantity) {
    NumberTable tests = new ComparedTests(comparison).of(quantity);
    var table = new NativeTable();
    table.getHead().add(head("Experiment", tests.columns()));
    tests.rows().forEach(test -> table.getBody().add(row(test)));
    return scrolling("tests", table);
  }

  private static NativeTableRow row(NumberTable.Row test) {
    var row = new NativeTableRow(rowHead(new Span(test.name())));
    for (int i = 0; i < test.values().size(); i++) {
      String text = test.values().get(i);
      row.add(i == ComparedTests.VERDICT ? verdict(text, DIFFERENT) : number(text));
    }
    return row;
  }

  private static NativeTableCell verdict(String text, String different) {
    var cell = new NativeTableCell(text);
    cell.setClassName("verdict-different", text.contains(different));
    return cell;
  }

  private static NativeTableRow head(String first, List<String> columns) {
    var head = new NativeTableRow(new NativeTableHeaderCell(first));
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
