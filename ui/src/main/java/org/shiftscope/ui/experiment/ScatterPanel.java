package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.scatter.ChosenQuantities;
import org.shiftscope.ui.scatter.Quantity;
import org.shiftscope.ui.scatter.ScatterFields;
import org.shiftscope.ui.scatter.ScatterTab;

/** Any two quantities of the trials against each other, with the fields that choose them. */
final class ScatterPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient ExperimentSpec spec;
  private final ScatterFields fields;
  private final FigureTabPanel figures;

  /** {@code choose}: hears which quantities a person chooses. */
  ScatterPanel(
      ExperimentSpec spec, String experiment, FigureAsks asks, Consumer<ScatterChoice> choose) {
    this.spec = spec;
    fields = new ScatterFields(choose);
    fields.offer(
        Quantity.of(spec).stream().map(Quantity::head).distinct().toList(),
        spec.axes().all().stream().map(Axis::title).toList());
    figures = new FigureTabPanel(now -> ScatterTab.of(spec, now.scatter()), experiment, asks);
    figures.addClassName("beside");
    add(fields, figures);
  }

  void show(Snapshot snapshot, Selection selection) {
    ScatterChoice choice = selection.scatter();
    ChosenQuantities chosen = ChosenQuantities.of(spec, choice);
    fields.show(choice, chosen.x().head(), chosen.y().head(), chosen.colour().title());
    figures.show(snapshot, selection);
  }
}
