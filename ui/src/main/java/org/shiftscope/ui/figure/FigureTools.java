package org.shiftscope.ui.figure;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.frontend.EChart;
import org.shiftscope.frontend.EChart.Action;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.chart.PlotInPython;
import org.shiftscope.ui.wording.Notify;

/** The buttons of a figure: its numbers as a table and a file, its picture, and its zoom. */
final class FigureTools extends Div {

  private static final long serialVersionUID = 1L;

  FigureTools(EChart chart, FigureTable table, String file, String id) {
    addClassName("figure-tools");
    getElement().setAttribute("role", "group").setAttribute("aria-label", "Tools of the figure");
    add(
        tableButton(table, id),
        numbers(table, file, id, TableFormat.CSV),
        numbers(table, file, id, TableFormat.JSON),
        numbers(table, file, id, TableFormat.PARQUET),
        script(table, file, id),
        button("PNG", "Save as PNG", chart, Action.SAVE_PNG),
        button("SVG", "Save as SVG", chart, Action.SAVE_SVG),
        button("Copy", "Copy the picture", chart, Action.COPY),
        button("Zoom", "Zoom into a box that you draw", chart, Action.ZOOM),
        button("Reset", "Show all again", chart, Action.WHOLE));
    chart.onCopied(
        copied -> {
          if (copied) {
            Notify.done("Copied.");
          } else {
            Notify.problem("The browser did not allow copying; save the picture instead.");
          }
        });
  }

  /** Offers to select points by a box, in the page alone. */
  void select(EChart chart) {
    add(button("Select", "Select trials by a box that you draw", chart, Action.SELECT));
  }

  private static NativeButton tableButton(FigureTable table, String id) {
    var button = new NativeButton("Table");
    button.setId("table-of-" + id);
    button.setTitle("Show the numbers as a table");
    button.getElement().setAttribute("aria-pressed", "false");
    button.addClickListener(
        click ->
            button.getElement().setAttribute("aria-pressed", Boolean.toString(table.toggle())));
    return button;
  }

  private static Anchor numbers(FigureTable table, String file, String id, TableFormat format) {
    Anchor link =
        file(
            format.title(),
            table,
            figure -> figure.without().file(file) + "." + format.id(),
            format.contentType(),
            figure -> format.write(FigureNumbers.of(figure).table(id)));
    link.setId((format == TableFormat.CSV ? "numbers-" : format.id() + "-") + id);
    link.setTitle("Save the numbers as " + format.title());
    return link;
  }

  private static Anchor script(FigureTable table, String file, String id) {
    Anchor link =
        file(
            "Python",
            table,
            figure -> figure.without().file(file) + ".py",
            "text/x-python",
            figure ->
                PlotInPython.of(figure, figure.without().file(file) + ".csv")
                    .getBytes(StandardCharsets.UTF_8));
    link.setId("python-" + id);
    link.setTitle("Save a matplotlib script that draws the figure from its CSV");
    return link;
  }

  /** A file of the figure that is shown when a person takes it; empty before there is one. */
  private static Anchor file(
      String text,
      FigureTable table,
      Function<Figure, String> name,
      String contentType,
      Function<Figure, byte[]> content) {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  byte[] bytes = table.figure().map(content).orElse(new byte[0]);
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes),
                      table.figure().map(name).orElse(text),
                      contentType,
                      bytes.length);
                }),
            text);
    link.setRouterIgnore(true);
    return link;
  }

  private static NativeButton button(String text, String title, EChart chart, Action action) {
    var button = new NativeButton(text);
    button.setTitle(title);
    chart.onClickOf(button.getElement(), action);
    return button;
  }
}
