package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shiftscope.frontend.PointClick;
import org.shiftscope.ui.chart.DrawTrend;
import org.shiftscope.ui.chart.TrendChart;
import org.shiftscope.ui.experiment.Selection.Tab;

/** One trend chart. A click on a seed's dot chooses its trial. */
final class TrendCard extends Div {

  private static final long serialVersionUID = 1L;

  private final ChartCard card;
  private final transient Consumer<Selection> choose;
  private transient @Nullable TrendChart drawn;

  TrendCard(TrendChart.Subject subject, Consumer<Selection> choose) {
    this.choose = choose;
    card = new ChartCard(subject.id(), subject.title(), subject.explanation());
    card.chart().addPointClickListener(this::choose);
    add(card);
  }

  /** Draws only what changed: progress alone leaves the picture in peace. */
  void draw(TrendChart chart) {
    if (!chart.equals(drawn)) {
      drawn = chart;
      card.draw(DrawTrend.option(chart), chart.description());
    }
  }

  private void choose(PointClick click) {
    TrendChart chart = drawn;
    int trial = chart == null ? -1 : DrawTrend.trialAt(chart, click.series(), click.index());
    if (trial >= 0) {
      choose.accept(new Selection(Tab.TRIAL, OptionalInt.of(trial)));
    }
  }
}
