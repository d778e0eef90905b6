package org.shiftscope.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** What surrounds every page: style sheets, icon, viewport, push, and light or dark. */
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet(Lumo.COMPACT_STYLESHEET)
@StyleSheet("shiftscope/shiftscope.css")
public final class Shell implements AppShellConfigurator {

  private static final long serialVersionUID = 1L;

  /** Before the first paint, so that a dark page never flashes white. */
  private static final String THEME_SCRIPT =
      """
      window.shiftscopeTheme = {
        apply(theme) { document.documentElement.style.colorScheme = theme || 'light dark'; },
        dark() {
          const chosen = localStorage.getItem('shiftscope.theme');
          return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
        },
        toggle() {
          const theme = this.dark() ? 'light' : 'dark';
          localStorage.setItem('shiftscope.theme', theme);
          this.apply(theme);
        }
      };
      window.shiftscopeTheme.apply(localStorage.getItem('shiftscope.theme'));
      """;

  /**
   * Vaadin's push would listen for {@code unload}, and browsers keep no page that does ready for
   * <em>Back</em>. What it would do then, closing its connection, a browser does by itself.
   */
  private static final String UNLOAD_SCRIPT =
      """
      (() => {
        const listen = window.addEventListener;
        window.addEventListener = function (type, ...more) {
          if (type !== 'unload') { listen.call(this, type, ...more); }
        };
      })();
      """;

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.setViewport("width=device-width, initial-scale=1");
    settings.setPageTitle("Shiftscope");
    settings.addFavIcon("icon", "shiftscope/icon.svg", "any");
    Life.tell(settings);
    settings.addInlineWithContents(
        Inline.Position.PREPEND, UNLOAD_SCRIPT + THEME_SCRIPT, Inline.Wrapping.JAVASCRIPT);
  }
}
