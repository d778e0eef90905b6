package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.StateBadge;

/**
 * What is shown of an experiment whose spec cannot be read: why, and of each trial where it stands
 * and what it found, in its own words.
 */
final class UnreadablePanel extends Div {

  private static final long serialVersionUID = 1L;

  private final Grid<Trial> trials = new Grid<>();

  UnreadablePanel(String sentence) {
    add(new EmptyState("The spec cannot be read", sentence), trials);
    trials.setId("trials");
    trials.addColumn(Trial::number).setHeader("Trial").setFlexGrow(0);
    trials
        .addComponentColumn(trial -> StateBadge.of(trial.state()))
        .setHeader("State")
        .setFlexGrow(0);
    trials
        .addColumn(Trial::sentence)
        .setHeader("What happened")
        .setTooltipGenerator(Trial::sentence)
        .setFlexGrow(1);
  }

  void show(Snapshot snapshot) {
    trials.setItems(snapshot.trials());
  }
}
