package org.shiftscope.ui.system;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.shiftscope.storage.Vitals;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.PlainTable;

/** The trials that run. Rows stay while their trials do, so that a link keeps its focus. */
final class RunningTable extends Div {

  private static final long serialVersionUID = 1L;

  private final PlainTable table =
      new PlainTable("Running now", "Trial", "Where", "What it does", "Done", "For");
  private final Paragraph none = new Paragraph("No trial runs.");
  private final List<Row> rows = new ArrayList<>();

  RunningTable() {
    none.addClassName("quiet");
    add(none, table);
  }

  void show(List<Vitals.AtWork> running, Clock clock) {
    List<String> keys = running.stream().map(RunningTable::key).toList();
    if (!keys.equals(rows.stream().map(Row::key).toList())) {
      rows.clear();
      table.clear();
      running.forEach(this::add);
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(running.get(i), clock);
    }
    none.setVisible(running.isEmpty());
    table.setVisible(!running.isEmpty());
  }

  private static String key(Vitals.AtWork trial) {
    return trial.experiment() + "-" + trial.number() + "-" + trial.started();
  }

  private void add(Vitals.AtWork trial) {
    var row = new Row(key(trial), new Span(), new Span(), new Span());
    rows.add(row);
    table.row(
        "running-" + trial.experiment() + "-" + trial.number(),
        Navigation.linkToTrial(
            Notation.plain(trial.title()) + ", trial " + trial.number(),
            trial.experiment(),
            trial.number()),
        new Span(trial.host().isEmpty() ? trial.device() : trial.device() + ", " + trial.host()),
        row.phase(),
        row.done(),
        row.since());
  }

  private record Row(String key, Span phase, Span done, Span since) {
    void show(Vitals.AtWork trial, Clock clock) {
      phase.setText(trial.phase());
      done.setText(FormatNumber.percent(trial.fraction()));
      since.setText(FormatTime.duration(Duration.between(trial.started(), clock.instant())));
    }
  }
}
