package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.ui.Backend;
import org.shiftscope.ui.experiment.Selection.Tab;
import org.shiftscope.ui.figure.FiguresPanel;

/** How a kind shows its results whose figures say everything: figures, and the table of trials. */
final class FigurePanels implements ResultPanels {

  private final ExperimentSpec spec;
  private final FiguresPanel figures = new FiguresPanel();
  private final Paragraph note = new Paragraph();
  private final Div empty = new Div();
  private final Div first = new Div(note, empty, figures);
  private final TrialsPanel trials;

  /** Figures of a spec, and a table with these numbers of each trial. */
  FigurePanels(
      ExperimentSpec spec,
      List<TrialColumn> measured,
      Backend backend,
      Consumer<Selection> choose) {
    this.spec = spec;
    note.addClassName("note");
    trials = new TrialsPanel(spec, measured, backend.clock(), choose);
  }

  @Override
  public Map<Tab, Component> panels() {
    Map<Tab, Component> panels = new EnumMap<>(Tab.class);
    panels.put(Tab.FIGURES, first);
    panels.put(Tab.TRIALS, trials);
    return panels;
  }

  @Override
  public void show(Snapshot snapshot, Selection selection) {
    switch (selection.tab()) {
      case FIGURES -> showFigures(snapshot);
      case TRIALS -> trials.show(snapshot, selection);
      case TRENDS, EQ3, TRIAL, SPEC -> {}
    }
  }

  private void showFigures(Snapshot snapshot) {
    String exclusions = Exclusions.sentence(snapshot.trials());
    note.setText(exclusions);
    note.setVisible(!exclusions.isEmpty());
    empty.removeAll();
    if (!figures.show(spec, snapshot.trials())) {
      empty.add(NothingMeasured.of(snapshot.experiment()));
    }
  }
}
