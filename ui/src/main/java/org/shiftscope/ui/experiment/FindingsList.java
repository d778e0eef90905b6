package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.wording.Notation;

/**
 * What an experiment found, above all figures; not seen before it found anything. The first
 * sentence leads, and each of the others stands on a line of its own: ten of them in one paragraph
 * are read by nobody.
 */
final class FindingsList extends Div {

  private static final long serialVersionUID = 1L;

  private final Paragraph lead = new Paragraph();
  private final UnorderedList others = new UnorderedList();

  FindingsList() {
    addClassName("findings");
    setId("findings");
    lead.addClassName("findings-lead");
    add(lead, others);
    say(List.of());
  }

  /** Where they are not there yet. */
  void sayComputing() {
    say(List.of("Computing findings …"));
  }

  void say(Results results) {
    say(
        results.isEmpty()
            ? List.of()
            : results.findings().map(Findings::sentences).orElse(List.of()));
  }

  private void say(List<String> sentences) {
    Notation.show(lead, sentences.isEmpty() ? "" : sentences.getFirst());
    others.removeAll();
    sentences.stream().skip(1).map(FindingsList::item).forEach(others::add);
    others.setVisible(sentences.size() > 1);
    setVisible(!sentences.isEmpty());
  }

  private static ListItem item(String sentence) {
    var item = new ListItem();
    Notation.show(item, sentence);
    return item;
  }
}
