package org.shiftscope.server.story;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through a page by Tab alone, from its start around to it, and tells what is wrong: a control
 * that is never reached, that shows no focus, or that has no name.
 */
record GoThroughByTab(Page page) {

  private static final int MOST = 600;

  /**
   * Controls are what Tab stops at: of groups that are gone through by arrows, one. What has the
   * focus may lie in shadow roots. Cells of grids are gone through by arrows, and Enter goes into
   * one.
   */
  private static final String TOOLS =
      """
      window.byTab = (() => {
        const all = (root, found = []) => {
          for (const each of root.querySelectorAll('*')) {
            if (each.matches('a[href], button, input, textarea, select, summary, [tabindex]')) found.push(each);
            if (each.shadowRoot) all(each.shadowRoot, found);
          }
          return found;
        };
        const focused = () => {
          let at = document.activeElement;
          while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
          return at;
        };
        const up = (each) => each.assignedSlot ?? each.parentElement ?? each.getRootNode().host;
        const chain = (each) => { const way = []; for (let at = each; at; at = up(at)) way.push(at); return way; };
        const seen = new Set();
        const scope = () => document.querySelector('vaadin-dialog-overlay[opened], vaadin-dialog[opened]') ?? document.body;
        const controls = () => all(scope()).filter((each) => each.tabIndex >= 0 && !each.disabled
            && !each.shadowRoot?.querySelector('input, textarea, button') && each.checkVisibility({visibilityProperty: true})
            && !each.closest('[inert]') && each.getAttribute('aria-hidden') !== 'true' && !each.id.startsWith('focusexit')
            && each.id !== 'table' && !chain(each).some((at) => at.matches?.('vaadin-grid-cell-content')));
        const name = (each) => chain(each).slice(0, 6).filter((at) => at.nodeType === 1).map((at) => at.getAttribute('aria-label') || at.title
            || (at.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => at.getRootNode().getElementById?.(id)?.textContent ?? '').join(' ').trim()
            || at._content?.textContent?.trim() || at.labels?.[0]?.textContent || at.label || at.textContent?.trim()).find(Boolean) ?? '';
        const ring = (each) => chain(each).slice(0, 12).filter((at) => at.nodeType === 1).some((at) => at.hasAttribute('focus-ring') || at.part?.contains('focused-cell')
            || (getComputedStyle(at).outlineStyle !== 'none' && parseFloat(getComputedStyle(at).outlineWidth) > 0));
        const said = (each) => each.outerHTML.replace(/\\s+/g, ' ').slice(0, 140);
        return {
          step: () => {
            const at = focused();
            if (!at || at === document.body || at === document.documentElement) return 'end';
            const again = seen.has(at);
            seen.add(at);
            if (again) return 'again';
            return !at.checkVisibility() || at.role === 'dialog' ? '' : !name(at) ? 'nameless: ' + said(at) : !ring(at) ? 'without focus: ' + said(at) : '';
          },
          missed: () => controls().filter((each) => !seen.has(each)).map((each) => 'missed: ' + said(each)),
        };
      })()
      """;

  List<String> wrong() {
    page.evaluate(TOOLS);
    List<String> wrong = new ArrayList<>();
    int again = 0;
    for (int i = 0; i < MOST && again < 3; i++) {
      page.keyboard().press("Tab");
      String found = (String) page.evaluate("window.byTab.step()");
      again = found.equals("again") ? again + 1 : 0;
      if (found.equals("end")) {
        break;
      }
      if (!found.isEmpty() && !found.equals("again")) {
        wrong.add(found);
      }
    }
    ((List<?>) page.evaluate("window.byTab.missed()")).forEach(each -> wrong.add((String) each));
    return wrong;
  }
}
