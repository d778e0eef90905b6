package org.shiftscope.ui.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;

/**
 * The frame of every page: the bar on top, the page below, and what leads out of it at its foot.
 */
@JsModule("./page/server.ts")
public final class MainLayout extends Div implements RouterLayout {

  private static final long serialVersionUID = 1L;

  private static final String PAPER = "https://arxiv.org/abs/2108.09507";

  private final Main content = new Main();

  /** Called by Vaadin. */
  public MainLayout() {
    addClassName("frame");
    content.setId("content");
    var skip = new Anchor("#content", "Skip to the content");
    skip.addClassName("skip-link");
    skip.setRouterIgnore(true);
    add(skip, bar(), content, foot(), new Shortcuts());
    if (Backend.get().people().none()) {
      addComponentAtIndex(2, openToEverybody());
    }
  }

  /** Quiet, and on every page: what holds, and what to do. */
  private static Aside openToEverybody() {
    boolean here = Asker.may(Role.ADMINISTRATOR);
    var line = new Aside();
    line.getElement().setAttribute("aria-label", "Who can use this server");
    line.add(
        new Span(
            here
                ? "Open to everybody on this machine: nobody has an account. "
                : "Open to everybody on this network: nobody has an account. Whoever runs this"
                    + " server makes the first one by the link in its log."));
    if (here) {
      line.add(Navigation.linkToAccounts("Add an account"));
    }
    line.addClassNames("open-line", "quiet");
    line.setId("open-to-everybody");
    return line;
  }

  @Override
  public void showRouterLayoutContent(HasElement page) {
    closeDialogs();
    content.getElement().removeAllChildren().appendChild(page.getElement());
  }

  /** They stand beside the frame, and would outlive the page that opened them. */
  private static void closeDialogs() {
    List<Component> beside = UI.getCurrentOrThrow().getChildren().toList();
    for (Component each : beside) {
      switch (each) {
        case Dialog dialog -> dialog.close();
        case ConfirmDialog question -> question.close();
        default -> {}
      }
    }
  }

  private static Header bar() {
    var nav =
        new Nav(
            Navigation.linkToExperiments("Experiments"),
            linkToForm(),
            Navigation.linkToClaims("Claims"),
            Navigation.linkToComparison("Compare"),
            Navigation.linkToShares("Shares"),
            Navigation.linkToLearn("Learn"),
            Navigation.linkToSystem("System"));
    nav.getElement().setAttribute("aria-label", "Pages");
    var bar = new Header(brand(), nav);
    Asker.current().filter(Asker::isKnown).map(MainLayout::own).ifPresent(bar::add);
    bar.add(themeToggle());
    bar.addClassName("bar");
    return bar;
  }

  private static Footer foot() {
    var paper = new Anchor(PAPER, "The paper (arXiv 2108.09507)");
    var rest = new Anchor("api/docs", "REST and its description");
    rest.setRouterIgnore(true);
    var keys = new NativeButton("Keys");
    keys.setId("shortcuts-open");
    var foot = new Footer(paper, rest, keys);
    foot.addClassName("foot");
    return foot;
  }

  /** On a narrow page it says "New" alone. */
  private static RouterLink linkToForm() {
    var link = Navigation.linkToForm("New");
    // A space at the edge of a flex item would be lost.
    link.add(new Span("\u00a0experiment"));
    link.getElement().setAttribute("aria-label", "New experiment");
    return link;
  }

  /** One's own page; on a narrow page a sign alone. */
  private static RouterLink own(Asker asker) {
    var link = Navigation.linkToOwnAccount("");
    link.add(VaadinIcon.USER.create(), new Span(asker.name()));
    link.addClassName("own-account");
    link.setId("own-account");
    // For draft.ts: what is kept in the browser is kept for its owner.
    link.getElement().setAttribute("data-account", asker.name());
    link.getElement().setAttribute("aria-label", "Your account, " + asker.name());
    return link;
  }

  private static RouterLink brand() {
    var icon = new Image("shiftscope/icon.svg", "");
    var brand = Navigation.linkToExperiments("");
    brand.add(icon, new Span("Shiftscope"));
    brand.addClassName("brand");
    // On a narrow page the icon stands alone.
    brand.getElement().setAttribute("aria-label", "Shiftscope");
    // The brand is not the current page, even where it leads there.
    brand.setHighlightCondition((link, event) -> false);
    return brand;
  }

  private static Button themeToggle() {
    var toggle = new Button(VaadinIcon.ADJUST.create());
    toggle.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    toggle.setAriaLabel("Light or dark");
    toggle.setTooltipText("Light or dark");
    toggle.setId("theme-toggle");
    // In the page alone: at once, and kept there.
    toggle
        .getElement()
        .executeJs("this.addEventListener('click', () => window.shiftscopeTheme.toggle())");
    return toggle;
  }
}
