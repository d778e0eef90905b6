package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.regex.Pattern;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.wording.Notation;

/**
 * What an experiment found, above all figures; not seen before it found anything. The first
 * sentence leads, and each of the others stands on a line of its own: ten of them in one paragraph
 * are read by nobody.
 */
final class FindingsSentence extends Div {

  private static final long serialVersionUID = 1L;

  /** A sentence begins with a capital or a symbol; a number goes on with "Eq. 3". */
  private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}½‖κθ])");

  private final Paragraph lead = new Paragraph();
  private final UnorderedList others = new UnorderedList();

  FindingsSentence() {
    addClassName("findings");
    setId("findings");
    lead.addClassName("findings-lead");
    add(lead, others);
    say("");
  }

  /** Where they are not there yet. */
  void sayComputing() {
    say("Computing findings …");
  }

  void say(Results results) {
    say(results.isEmpty() ? "" : results.findings().map(Findings::sentence).orElse(""));
  }

  private void say(String text) {
    List<String> sentences = List.of(BETWEEN.split(text));
    Notation.show(lead, sentences.getFirst());
    others.removeAll();
    sentences.stream().skip(1).map(FindingsSentence::item).forEach(others::add);
    others.setVisible(sentences.size() > 1);
    setVisible(!text.isEmpty());
  }

  private static ListItem item(String sentence) {
    var item = new ListItem();
    Notation.show(item, sentence);
    return item;
  }
}
