package org.shiftscope.ui.comparison;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.compute.finding.KeyNumbers;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.ui.wording.Notation;

/** What each of the compared experiments found by itself, beside the others. */
final class FindingsBeside extends Div {

  private static final long serialVersionUID = 1L;

  /** {@code names}: of the experiments, in their order. */
  FindingsBeside(List<ComparedExperiment> compared, List<String> names) {
    addClassName("number-table");
    setId("findings-beside");
    // What scrolls to the side must be reachable by keyboard.
    getElement().setAttribute("tabindex", "0");
    var table = new NativeTable();
    var head = new NativeTableRow();
    head.add(new NativeTableHeaderCell(""));
    names.forEach(name -> head.add(new NativeTableHeaderCell(name)));
    table.getHead().add(head);
    List<KeyNumbers> numbers =
        compared.stream().map(each -> KeyNumbers.of(each.findings())).toList();
    table
        .getBody()
        .add(
            row("Mean test curvature", numbers, each -> number(each.curvature())),
            row("Mean excess (nats)", numbers, each -> number(each.excess())),
            row("Kendall's τ of curvature and T", numbers, each -> number(each.tau())),
            row(
                "Test curvature as T rises",
                numbers,
                each -> each.trend().map(trend -> trend.title()).orElse("–")),
            found(compared));
    add(table);
  }

  private static <T> NativeTableRow row(String title, List<T> of, Function<T, String> text) {
    var head = new NativeTableHeaderCell(title);
    head.getElement().setAttribute("scope", "row");
    var row = new NativeTableRow(head);
    of.forEach(
        each -> {
          var cell = new NativeTableCell();
          Notation.show(cell, text.apply(each));
          row.add(cell);
        });
    return row;
  }

  private static NativeTableRow found(List<ComparedExperiment> compared) {
    NativeTableRow row = row("What was found", List.of(), each -> "");
    compared.forEach(each -> row.add(sentences(each.findings().sentences())));
    return row;
  }

  private static NativeTableCell sentences(List<String> found) {
    var list = new UnorderedList();
    found.forEach(
        each -> {
          var item = new ListItem();
          Notation.show(item, each);
          list.add(item);
        });
    return new NativeTableCell(list);
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? SayNumber.significant(number.getAsDouble()) : "–";
  }
}
