package org.shiftscope.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.Optional;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.accounts.ApiToken;
import org.shiftscope.storage.accounts.ApiTokens;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notify;
import org.shiftscope.ui.wording.PlainTable;
import org.shiftscope.ui.wording.ToldOnce;

/** One's tokens for scripts, and a new one. */
final class TokensPanel extends Section {

  private static final long serialVersionUID = 1L;
  private static final int DAYS = 90;

  private final transient ApiTokens tokens;
  private final transient Clock clock;
  private final TextField title = new TextField("What for");
  private final Select<Role> scope = new Select<>();
  private final IntegerField days = new IntegerField("Days");
  private final Div told = new Div();
  private final PlainTable table =
      new PlainTable("Tokens", "Token", "Scope", "Expires", "Last used", "");

  TokensPanel(ApiTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
    addClassName("card");
    title.setId("token-title");
    scope.setId("token-scope");
    scope.setLabel("Scope");
    scope.setItems(Role.ofAccounts().stream().filter(Asker::may).toList());
    scope.setItemLabelGenerator(Role::scope);
    scope.setValue(Role.VIEWER);
    days.setId("token-days");
    days.setValue(DAYS);
    var make = new Button("Make a token", click -> make());
    make.setId("make-token");
    var line = new Div(title, scope, days, make);
    line.addClassName("line");
    add(
        new H2("API tokens"),
        new Paragraph(
            "For scripts and the command line. A token may do what its scope says, and never more"
                + " than you may."),
        line,
        told,
        table);
    show();
  }

  private void make() {
    title.setInvalid(false);
    try {
      var made =
          tokens.make(
              title.getValue(),
              scope.getValue().scope(),
              Optional.ofNullable(days.getValue()).orElse(0));
      told.removeAll();
      told.add(ToldOnce.token(made.secret().text()));
      title.clear();
      show();
    } catch (InvalidSpec refused) {
      title.setErrorMessage(refused.getMessage());
      title.setInvalid(true);
    }
  }

  private void show() {
    table.clear();
    tokens.list().forEach(this::row);
  }

  private void row(ApiToken token) {
    var revoke = new Button("Revoke", click -> revoke(token));
    revoke.setAriaLabel("Revoke, " + token.title());
    boolean over = !token.expires().isAfter(clock.instant());
    table.row(
        "token-" + token.id(),
        new Span(token.title()),
        new Span(token.scope().scope()),
        new Span(over ? "expired" : FormatTime.exact(token.expires(), clock.getZone())),
        new Span(
            token
                .lastUsed()
                .map(at -> FormatTime.ago(at, clock.instant(), clock.getZone()))
                .orElse("never")),
        revoke);
  }

  private void revoke(ApiToken token) {
    if (tokens.revoke(token.id())) {
      Notify.done("Revoked “" + token.title() + "”: whoever uses it is refused from now on.");
    }
    show();
  }
}
