package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.shiftscope.ui.frame.Navigation;

/** The tags of an experiment, each a link to all that have it. */
public final class TagChips extends Div {

  private static final long serialVersionUID = 1L;

  private transient List<String> shown = List.of();

  /** None yet. */
  public TagChips() {
    addClassName("tags");
    setVisible(false);
  }

  /** Shows these in place of those before. */
  public void show(List<String> tags) {
    setVisible(!tags.isEmpty());
    if (tags.equals(shown)) {
      return;
    }
    shown = tags;
    removeAll();
    tags.forEach(tag -> add(chip(tag)));
  }

  private static RouterLink chip(String tag) {
    RouterLink chip = Navigation.linkToSearch(tag, "tag:" + tag);
    chip.addClassNames("chip", "tag");
    chip.getElement().setAttribute("aria-label", "All experiments with the tag " + tag);
    return chip;
  }
}
