package org.shiftscope.ui.wording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where nothing can be shown yet: what is the case, and what to do. */
public final class EmptyState extends Div {

  private static final long serialVersionUID = 1L;

  /**
   * An empty state.
   *
   * @param title what is the case, in a few words
   * @param sentence why, and what to expect
   * @param actions what a person can do now
   */
  public EmptyState(String title, String sentence, Component... actions) {
    addClassName("empty-state");
    add(new H2(title), new Paragraph(sentence));
    if (actions.length > 0) {
      var row = new Div(actions);
      row.addClassName("empty-state-actions");
      add(row);
    }
  }
}
