package org.shiftscope.ui.figure;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.shiftscope.frontend.EChart;
import org.shiftscope.ui.chart.DrawFigure;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;

/** One figure: its title, the formula that it draws, the picture, a sentence, its numbers. */
final class FigureCard extends Div {

  private static final long serialVersionUID = 1L;

  private final EChart chart;
  private final H2 title = new H2();
  private final Span formula = new Span();
  private final Paragraph sentence = new Paragraph();
  private transient @Nullable Figure drawn;

  FigureCard(String id) {
    addClassNames("card", "chart-card", "figure-card");
    chart = new EChart("shiftscope-" + id);
    chart.setId("figure-" + id);
    formula.addClassName("formula");
    sentence.addClassName("quiet");
    var numbers = new Anchor(DownloadHandler.fromInputStream(event -> numbers(id)), "");
    numbers.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span("Numbers (CSV)"));
    numbers.addClassName("button-link");
    numbers.setId("numbers-" + id);
    numbers.setRouterIgnore(true);
    var foot = new Div(sentence, numbers);
    foot.addClassName("figure-foot");
    add(title, formula, chart, foot);
  }

  /** Draws only what changed. */
  void draw(Figure figure) {
    if (figure.equals(drawn)) {
      return;
    }
    drawn = figure;
    title.setText(figure.title());
    formula.setText(figure.formula());
    formula.setVisible(!figure.formula().isEmpty());
    sentence.setText(figure.sentence());
    chart.setAriaLabel(figure.title());
    chart.setDescription(figure.sentence());
    chart.setOption(DrawFigure.option(figure));
  }

  private DownloadResponse numbers(String id) {
    Figure now = drawn;
    byte[] bytes = (now == null ? "" : FigureNumbers.csv(now)).getBytes(StandardCharsets.UTF_8);
    return new DownloadResponse(
        new ByteArrayInputStream(bytes), "shiftscope-" + id + ".csv", "text/csv", bytes.length);
  }
}
