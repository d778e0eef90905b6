package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Function;
import org.shiftscope.ui.figure.FiguresPanel;
import org.shiftscope.ui.kind.FigureTab;

/**
 * The figures and tables of a tab, what they leave out, and what stands there until there is one.
 */
final class FigureTabPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Function<Selection, FigureTab> tab;
  private final transient FigureAsks asks;
  private final FiguresPanel figures;
  private final Paragraph note = new Paragraph();
  private final CertificatesPanel certificates = new CertificatesPanel();
  private final Div tables = new Div();
  private final Div empty = new Div();

  /** {@code tab}: what is shown of what is looked at. */
  FigureTabPanel(Function<Selection, FigureTab> tab, String experiment, FigureAsks asks) {
    this.tab = tab;
    this.asks = asks;
    figures = new FiguresPanel(experiment, asks.openTrial());
    figures.onSelected(asks.selected());
    note.addClassName("note");
    tables.addClassName("card");
    certificates.setVisible(false);
    add(note, empty, figures, certificates, tables);
  }

  void show(Snapshot snapshot, Selection selection) {
    FigureTab now = tab.apply(selection);
    String left = LeftOut.say(snapshot.results());
    note.setText(left);
    note.setVisible(!left.isEmpty());
    certificates.show(now.certified().get());
    tables.removeAll();
    now.tables().of(snapshot.results()).forEach(table -> tables.add(new NumberTableView(table)));
    tables.setVisible(tables.getComponentCount() > 0);
    empty.removeAll();
    figures.lookAt(selection.temperature(), asks.slid());
    boolean drawn = figures.show(now, snapshot.results(), selection.trial());
    if (!drawn && !tables.isVisible()) {
      empty.add(NothingMeasured.of(snapshot.experiment(), snapshot.trouble()));
    }
  }
}
