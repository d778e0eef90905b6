package org.shiftscope.ui.figure;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;

/** The numbers of a figure as a table, hidden until a person asks for it. */
final class FigureTable extends Div {

  private static final long serialVersionUID = 1L;

  private transient @Nullable Figure figure;

  FigureTable(String id) {
    addClassName("figure-table");
    setId("table-" + id);
    setVisible(false);
  }

  /** Keeps a figure's numbers, and shows them where they are asked for. */
  void show(Figure shown) {
    figure = shown;
    fill();
  }

  /** Shows or hides; tells whether it is shown now. */
  boolean toggle() {
    setVisible(!isVisible());
    fill();
    return isVisible();
  }

  /** The figure whose numbers these are; empty before one was shown. */
  Optional<Figure> figure() {
    return Optional.ofNullable(figure);
  }

  private void fill() {
    Figure now = figure;
    removeAll();
    if (isVisible() && now != null) {
      add(grid(now, FigureNumbers.of(now)));
    }
  }

  private static Grid<FigureNumbers.Row> grid(Figure figure, FigureNumbers numbers) {
    var grid = new Grid<FigureNumbers.Row>();
    grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", Notation.plain(figure.caption().title()));
    grid.addColumn(FigureNumbers.Row::layer).setHeader("Layer").setFlexGrow(2);
    number(grid, figure.x().title(), FigureNumbers.Row::x);
    number(grid, figure.y().title(), FigureNumbers.Row::y);
    if (numbers.hasLast()) {
      number(grid, numbers.lastTitle(), FigureNumbers.Row::last);
    }
    if (numbers.hasTrials()) {
      grid.addColumn(FigureNumbers.Row::trial)
          .setHeader("Trial")
          .setTextAlign(ColumnTextAlign.END)
          .setWidth("5rem")
          .setFlexGrow(0);
    }
    grid.setItems(numbers.rows());
    return grid;
  }

  private static void number(
      Grid<FigureNumbers.Row> grid, String head, ToDoubleFunction<FigureNumbers.Row> value) {
    grid.addColumn(row -> FormatNumber.significant(value.applyAsDouble(row)))
        .setHeader(Notation.plain(head))
        .setTextAlign(ColumnTextAlign.END);
  }
}
