package org.shiftscope.ui.wording;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.tabs.Tabs;

/** Tabs that hold nothing but tabs, also for who hears the page. */
public class TabStrip extends Tabs {

  private static final long serialVersionUID = 1L;

  /**
   * Vaadin's box to scroll in can be focused, and so counts as a child that a tab list may not
   * have.
   */
  private static final String FREE_SCROLLER =
      """
      const free = () => this.shadowRoot?.querySelector('[part~=tabs]')?.removeAttribute('tabindex');
      free();
      this.updateComplete?.then(free);
      """;

  /** {@code name}: what the tabs choose among. */
  public TabStrip(String name) {
    getElement().setAttribute("aria-label", name);
  }

  @Override
  protected void onAttach(AttachEvent attach) {
    super.onAttach(attach);
    getElement().executeJs(FREE_SCROLLER);
  }
}
