package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.Tooltip;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.wording.Notation;

/** A {@link NumberTable} as a person sees it; each name tells its meaning on hover and focus. */
public final class NumberTableView extends Div {

  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 24;

  /** Shows a table. */
  public NumberTableView(NumberTable table) {
    addClassName("number-table");
    var html = new NativeTable();
    if (table.columns().size() > 1) {
      var head = new NativeTableRow(new NativeTableCell());
      table.columns().forEach(column -> head.add(head(column)));
      head.add(new NativeTableCell());
      html.getHead().add(head);
    }
    table.rows().forEach(row -> html.getBody().add(row(row)));
    var title = new H3();
    Notation.show(title, table.title());
    add(title, html);
    if (!table.note().isEmpty()) {
      var note = new Paragraph();
      note.addClassName(table.plain() ? "quiet" : "note");
      Notation.show(note, table.note());
      add(note);
    }
  }

  private static NativeTableHeaderCell head(String column) {
    var cell = new NativeTableHeaderCell();
    Notation.show(cell, column);
    return cell;
  }

  private static NativeTableRow row(NumberTable.Row row) {
    var name = new Span();
    Notation.show(name, row.name());
    if (!row.meaning().isEmpty()) {
      name.addClassName("explained");
      name.getElement().setAttribute("tabindex", "0");
      Tooltip.forComponent(name).withText(Notation.plain(row.meaning()));
    }
    var head = new NativeTableHeaderCell(name);
    head.getElement().setAttribute("scope", "row");
    var line = new NativeTableRow(head);
    row.values().forEach(value -> line.add(value(value)));
    var unit = new NativeTableCell(row.unit());
    unit.addClassName("unit");
    line.add(unit);
    return line;
  }

  private static NativeTableCell value(String text) {
    var cell = new NativeTableCell(text);
    cell.addClassName("value");
    // A hash has no place to break at.
    cell.setClassName("unbroken", text.length() > LONGEST && text.indexOf(' ') < 0);
    return cell;
  }
}
