package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Paragraph;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.wording.Notation;

/** What an experiment found, in a sentence above all figures; not seen before it found anything. */
final class FindingsSentence extends Paragraph {

  private static final long serialVersionUID = 1L;

  FindingsSentence() {
    addClassName("findings");
    setId("findings");
    say("");
  }

  /** Where they are not there yet. */
  void sayComputing() {
    say("Computing findings …");
  }

  void say(Results results) {
    say(results.isEmpty() ? "" : results.findings().map(Findings::sentence).orElse(""));
  }

  private void say(String sentence) {
    Notation.show(this, sentence);
    setVisible(!sentence.isEmpty());
  }
}
