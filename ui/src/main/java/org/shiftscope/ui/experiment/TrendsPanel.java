package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.chart.MeasuredTrial;
import org.shiftscope.ui.chart.TrendChart;

/** The trends against temperature. */
final class TrendsPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient TemperatureSweep sweep;
  private final List<TrendCard> cards = new ArrayList<>();
  private final Paragraph note = new Paragraph();
  private final Div grid = new Div();
  private final Div empty = new Div();

  TrendsPanel(TemperatureSweep sweep, Consumer<Selection> choose) {
    this.sweep = sweep;
    note.addClassName("note");
    grid.addClassName("chart-grid");
    for (TrendChart.Subject subject : TrendChart.subjects(sweep)) {
      var card = new TrendCard(subject, choose);
      cards.add(card);
      grid.add(card);
    }
    add(note, grid, empty);
  }

  void show(Snapshot snapshot, List<MeasuredTrial> measured) {
    String exclusions = Exclusions.sentence(snapshot.trials());
    note.setText(exclusions);
    note.setVisible(!exclusions.isEmpty());
    empty.removeAll();
    grid.setVisible(!measured.isEmpty());
    if (measured.isEmpty()) {
      empty.add(NothingMeasured.of(snapshot.experiment()));
    } else {
      List<TrendChart> charts = TrendChart.all(sweep, measured);
      for (int i = 0; i < cards.size(); i++) {
        cards.get(i).draw(charts.get(i));
      }
    }
  }
}
