package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shiftscope.ui.chart.DrawEq3;
import org.shiftscope.ui.chart.Eq3Chart;
import org.shiftscope.ui.chart.MeasuredTrial;
import org.shiftscope.ui.experiment.Selection.Tab;

/** The check of Eq. 3. */
final class Eq3Panel extends Div {

  private static final long serialVersionUID = 1L;

  private final ChartCard card =
      new ChartCard("eq3", "Eq. 3: test loss at θ_tr, predicted and measured", "");
  private final Paragraph note = new Paragraph();
  private final Div empty = new Div();
  private transient @Nullable Eq3Chart drawn;
  private transient OptionalInt selected = OptionalInt.empty();

  Eq3Panel(Consumer<Selection> choose) {
    note.addClassName("note");
    card.addClassName("tall");
    card.chart()
        .addPointClickListener(
            click -> {
              Eq3Chart chart = drawn;
              int trial =
                  chart == null ? -1 : DrawEq3.trialAt(chart, click.series(), click.index());
              if (trial >= 0) {
                choose.accept(new Selection(Tab.TRIAL, OptionalInt.of(trial)));
              }
            });
    add(note, card, empty);
  }

  void show(Snapshot snapshot, List<MeasuredTrial> measured, Selection selection) {
    String exclusions = Exclusions.sentence(snapshot.trials());
    note.setText(exclusions);
    note.setVisible(!exclusions.isEmpty());
    empty.removeAll();
    card.setVisible(!measured.isEmpty());
    if (measured.isEmpty()) {
      empty.add(NothingMeasured.of(snapshot.experiment()));
    } else {
      draw(Eq3Chart.of(measured), selection.trial());
    }
  }

  private void draw(Eq3Chart chart, OptionalInt trial) {
    if (!chart.equals(drawn) || !trial.equals(selected)) {
      drawn = chart;
      selected = trial;
      card.draw(DrawEq3.option(chart, trial), chart.summary());
      card.explain(
          chart.summary()
              + ". The prediction is L_te(θ_te) + ½ κ_te, with κ_te from the symmetrized fit. Click a point to see"
              + " its trial.");
    }
  }
}
