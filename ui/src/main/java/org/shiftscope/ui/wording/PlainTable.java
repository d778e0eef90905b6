package org.shiftscope.ui.wording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Stream;

/** A table of HTML: each row begins with its heading. Wider than the page, it scrolls in itself. */
public final class PlainTable extends Div {

  private static final long serialVersionUID = 1L;

  private final Element body = new Element("tbody");

  /**
   * An empty one.
   *
   * @param heads of its columns; an empty one is that of buttons
   */
  public PlainTable(String caption, String... heads) {
    addClassName("scroll");
    getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
    getElement().setAttribute("aria-label", caption);
    var row = new Element("tr");
    Stream.of(heads).map(PlainTable::head).forEach(row::appendChild);
    getElement()
        .appendChild(new Element("table").appendChild(new Element("thead").appendChild(row), body));
  }

  /** A column of buttons has none: each of them says what it does. */
  private static Element head(String head) {
    return head.isEmpty()
        ? new Element("td")
        : cell("th", new Span(head)).setAttribute("scope", "col");
  }

  /** Takes all rows away. */
  public void clear() {
    body.removeAllChildren();
  }

  /** Adds a row, whose first cell is its heading. */
  public void row(String id, Component... cells) {
    var row = new Element("tr").setAttribute("id", id);
    List<Component> all = List.of(cells);
    row.appendChild(cell("th", all.getFirst()).setAttribute("scope", "row"));
    all.stream().skip(1).map(cell -> cell("td", cell)).forEach(row::appendChild);
    body.appendChild(row);
  }

  private static Element cell(String tag, Component content) {
    return new Element(tag).appendChild(content.getElement());
  }
}
