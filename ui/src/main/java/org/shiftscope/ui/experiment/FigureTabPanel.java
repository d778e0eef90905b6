package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import org.shiftscope.ui.figure.FiguresPanel;
import org.shiftscope.ui.kind.FigureTab;

/**
 * The figures and tables of a tab, what they leave out, and what stands there until there is one.
 */
final class FigureTabPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient FigureTab tab;
  private final FiguresPanel figures;
  private final Paragraph note = new Paragraph();
  private final CertificatesPanel certificates = new CertificatesPanel();
  private final Div tables = new Div();
  private final transient DoubleConsumer slid;
  private final Div empty = new Div();

  FigureTabPanel(FigureTab tab, String experiment, IntConsumer openTrial, DoubleConsumer slid) {
    this.tab = tab;
    this.slid = slid;
    figures = new FiguresPanel(experiment, openTrial);
    note.addClassName("note");
    tables.addClassName("card");
    certificates.setVisible(false);
    add(note, empty, figures, certificates, tables);
  }

  void show(Snapshot snapshot, Selection selection) {
    String left = LeftOut.say(snapshot.results());
    note.setText(left);
    note.setVisible(!left.isEmpty());
    certificates.show(tab.certified().get());
    tables.removeAll();
    tab.tables().of(snapshot.results()).forEach(table -> tables.add(new NumberTableView(table)));
    tables.setVisible(tables.getComponentCount() > 0);
    empty.removeAll();
    figures.lookAt(selection.temperature(), slid);
    boolean drawn = figures.show(tab, snapshot.results(), selection.trial());
    if (!drawn && !tables.isVisible()) {
      empty.add(NothingMeasured.of(snapshot.experiment()));
    }
  }
}
