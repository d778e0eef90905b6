package org.shiftscope.ui.system;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.shiftscope.storage.DiskUse;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.PlainTable;

/**
 * The experiments that take the most on the disk, as the page was opened: all results are added up
 * for it, too much to do at each piece of news.
 */
final class LargestTable extends Div {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 5;

  LargestTable(Experiments experiments) {
    try {
      show(experiments.largest(SHOWN));
    } catch (StorageUnavailable unavailable) { // the page tells of it above
      say("The database does not tell it now.");
    }
  }

  private void show(List<DiskUse> largest) {
    if (largest.isEmpty()) {
      say("No experiment has results yet.");
      return;
    }
    var table = new PlainTable("Largest experiments", "Experiment", "Takes", "Where");
    largest.forEach(
        use ->
            table.row(
                "largest-" + use.id(),
                Navigation.linkToExperiment(Notation.plain(use.title()), use.id()),
                new Span(FormatNumber.bytes(use.bytes())),
                new Span(use.deleted().isPresent() ? "in the bin" : "")));
    add(table);
  }

  private void say(String sentence) {
    var none = new Paragraph(sentence);
    none.addClassName("quiet");
    add(none);
  }
}
