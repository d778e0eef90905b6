package org.shiftscope.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.function.Supplier;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.accounts.Account;
import org.shiftscope.storage.accounts.AccountRefused;
import org.shiftscope.storage.accounts.Accounts;
import org.shiftscope.storage.accounts.OneTimeLink;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notify;
import org.shiftscope.ui.wording.PlainTable;
import org.shiftscope.ui.wording.ToldOnce;

/** Who can sign in and what they may do; for administrators. */
@Route(value = Navigation.ACCOUNTS, layout = MainLayout.class)
@PageTitle("Accounts · Shiftscope")
public final class AccountsView extends Div {

  private static final long serialVersionUID = 1L;

  private final transient Backend backend = Backend.get();
  private final transient Accounts accounts = backend.people().accounts();
  private final PlainTable table =
      new PlainTable("Accounts", "Name", "Role", "State", "Last sign-in", "");
  private final TextField name = new TextField("Name");
  private final Select<Role> role = roles();
  private final Div told = new Div();
  private final Paragraph nobody =
      new Paragraph(
          "Nobody has an account yet. The first should be an administrator’s: once its password is"
              + " chosen, everybody has to sign in.");

  /** Called by Vaadin. */
  public AccountsView() {
    addClassNames("page", "accounts");
    var head = new Div(new H1("Accounts"), Navigation.linkToAudit("Audit log"));
    head.addClassName("page-head");
    add(head, newAccount(), list());
    show();
  }

  private Section newAccount() {
    name.setId("account-name");
    role.setId("account-role");
    role.setLabel("Role");
    role.setValue(backend.people().none() ? Role.ADMINISTRATOR : Role.RESEARCHER);
    var add = new Button("Add", click -> add());
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.setId("add-account");
    var line = new Div(name, role, add);
    line.addClassName("line");
    var section = new Section(new H2("Add an account"), line, told);
    section.addClassName("card");
    return section;
  }

  private Section list() {
    nobody.addClassName("quiet");
    nobody.setId("nobody");
    var section = new Section(nobody, table);
    section.addClassName("card");
    return section;
  }

  private void add() {
    name.setInvalid(false);
    try {
      tell(accounts.add(name.getValue(), role.getValue().id()));
      name.clear();
    } catch (InvalidSpec | AccountRefused refused) {
      name.setErrorMessage(refused.getMessage());
      name.setInvalid(true);
    }
  }

  private void tell(OneTimeLink link) {
    told.removeAll();
    told.add(ToldOnce.link(link));
    show();
  }

  private void show() {
    table.clear();
    List<Account> all = accounts.list();
    all.forEach(this::row);
    nobody.setVisible(all.isEmpty());
    table.setVisible(!all.isEmpty());
  }

  private void row(Account account) {
    Select<Role> given = roles();
    given.setAriaLabel("Role of " + account.name());
    given.setValue(account.role());
    given.addValueChangeListener(
        event -> change(() -> accounts.role(account.name(), event.getValue().id())));
    String state = account.disabled() ? "disabled" : account.invited() ? "invited" : "";
    String last =
        account
            .lastSignIn()
            .map(at -> FormatTime.ago(at, backend.clock().instant(), backend.clock().getZone()))
            .orElse("never");
    table.row(
        "account-" + account.name(),
        new Span(account.name()),
        given,
        new Span(state),
        new Span(last),
        actions(account));
  }

  private Div actions(Account account) {
    String who = account.name();
    var reset = action("New link", who, () -> tell(accounts.reset(who)));
    var disable =
        action(
            account.disabled() ? "Enable" : "Disable",
            who,
            () -> change(() -> accounts.disable(who, !account.disabled())));
    return new Div(reset, disable, action("Remove", who, () -> remove(account)));
  }

  private void remove(Account account) {
    var ask = new ConfirmDialog();
    ask.setHeader("Remove " + account.name() + "?");
    ask.setText(
        "Their sessions and tokens end. Experiments stay, and so does what the audit log tells.");
    ask.setCancelable(true);
    ask.setConfirmText("Remove");
    ask.setConfirmButtonTheme("error primary");
    ask.addConfirmListener(
        confirmed ->
            change(
                () -> {
                  accounts.remove(account.name());
                  return true;
                }));
    ask.open();
  }

  /** Shows what holds after it, also where it was refused. */
  private void change(Supplier<?> change) {
    try {
      var _ = change.get();
    } catch (AccountRefused refused) {
      Notify.problem(String.valueOf(refused.getMessage()));
    }
    show();
  }

  private static Button action(String text, String who, Runnable action) {
    var button = new Button(text, click -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(text + ", " + who);
    return button;
  }

  private static Select<Role> roles() {
    var roles = new Select<Role>();
    roles.setItems(Role.ofAccounts());
    roles.setItemLabelGenerator(Role::title);
    return roles;
  }
}
