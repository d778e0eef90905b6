package org.shiftscope.ui.accounts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.Locale;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.EmptyState;

/** One's own account: password, sessions, tokens, and the way out. */
@Route(value = Navigation.OWN_ACCOUNT, layout = MainLayout.class)
@PageTitle("Your account · Shiftscope")
public final class OwnAccountView extends Div {

  private static final long serialVersionUID = 1L;

  /** Called by Vaadin. */
  public OwnAccountView() {
    addClassNames("page", "accounts");
    Asker.current().filter(Asker::isSignedIn).ifPresentOrElse(this::show, this::showNobody);
  }

  private void show(Asker asker) {
    var role = new Span(asker.role().title().toLowerCase(Locale.ROOT));
    role.addClassName("quiet");
    var head = new Div(new H1(asker.name()), role);
    if (asker.role() == Role.ADMINISTRATOR) {
      head.add(Navigation.linkToAccounts("Accounts"), Navigation.linkToAudit("Audit log"));
    }
    head.getElement().appendChild(signOut());
    head.addClassName("page-head");
    Backend backend = Backend.get();
    add(head, new TokensPanel(backend.people().tokens(), backend.clock()));
    if (backend.people().passwords().isChosen()) {
      add(new PasswordPanel(backend.people().passwords()));
    }
    add(new SessionsPanel(backend.people().sessions(), backend.clock()));
  }

  private void showNobody() {
    add(
        new H1("Your account"),
        new EmptyState(
            "Nobody has an account here",
            "Once there are accounts, your password, sessions and tokens stand here.",
            Navigation.linkToAccounts("Add an account")));
  }

  /** A form of HTML: it works without Vaadin, and takes the cookie away. */
  private static Element signOut() {
    var button = new Element("button").setAttribute("type", "submit").setText("Sign out");
    button.setAttribute("id", "sign-out").setAttribute("class", "plain-button");
    return new Element("form")
        .setAttribute("method", "post")
        .setAttribute("action", "sign-out")
        .appendChild(button);
  }
}
