package org.shiftscope.ui.figure;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.shiftscope.frontend.EChart;
import org.shiftscope.frontend.TypesetFormula;
import org.shiftscope.ui.chart.DrawFigure;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.wording.Notation;

/**
 * One figure: its title, the formula that it draws, its tools, the picture, its numbers where a
 * person asks for them, and a sentence.
 */
public final class FigureCard extends Div {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final EChart chart;
  private final H2 title = new H2();
  private final TypesetFormula formula = new TypesetFormula();
  private final Paragraph sentence = new Paragraph();
  private final FigureTable table;
  private final FigureTools tools;
  private transient @Nullable Figure drawn;
  private OptionalInt chosen = OptionalInt.empty();

  /**
   * An empty card.
   *
   * @param of what the figure is of, in the names of files: the experiment's id
   * @param id the figure's id
   * @param openTrial called with the trial of a point that a person clicks
   */
  public FigureCard(String of, String id, IntConsumer openTrial) {
    addClassNames("card", "chart-card");
    file = of + "-" + id;
    chart = new EChart(file);
    chart.setId("figure-" + id);
    chart.addPointClickListener(click -> openTrial.accept(click.trial()));
    table = new FigureTable(id);
    formula.addClassName("formula");
    sentence.addClassName("quiet");
    tools = new FigureTools(chart, table, file, id);
    var head = new Div(title, tools);
    head.addClassName("figure-head");
    add(head, formula, chart, table, sentence);
  }

  /** Offers to select points by a box; {@code selected} is called with the trials in it. */
  void offerSelection(Consumer<Collection<Integer>> selected) {
    tools.select(chart);
    chart.onSelected(selected::accept);
  }

  /** Draws only what changed: progress alone leaves the picture in peace. */
  public void draw(Figure figure, OptionalInt trial) {
    if (figure.equals(drawn) && trial.equals(chosen)) {
      return;
    }
    drawn = figure;
    chosen = trial;
    setClassName("square", figure.compares());
    Notation.show(title, figure.caption().title());
    Notation.show(sentence, figure.caption().sentence());
    formula.setTex(figure.caption().formula());
    formula.setVisible(!figure.caption().formula().isEmpty());
    chart.setAriaLabel(Notation.plain(figure.caption().title()));
    chart.setFileName(figure.without().file(file));
    chart.setPictureTitle(Notation.chart(figure.caption().title()));
    chart.setDescription(Notation.plain(figure.caption().sentence()));
    chart.setOption(DrawFigure.option(figure, trial));
    table.show(figure);
  }
}
