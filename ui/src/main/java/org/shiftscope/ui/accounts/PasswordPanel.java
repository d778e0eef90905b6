package org.shiftscope.ui.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.accounts.AccountRefused;
import org.shiftscope.storage.accounts.ChoosePassword;
import org.shiftscope.ui.wording.Notify;

/** Changes one's password. */
final class PasswordPanel extends Section {

  private static final long serialVersionUID = 1L;

  private final transient ChoosePassword passwords;
  private final PasswordField old = new PasswordField("Password of now");
  private final PasswordField fresh = new PasswordField("New password, 10 characters or more");

  PasswordPanel(ChoosePassword passwords) {
    this.passwords = passwords;
    addClassName("card");
    old.setId("old-password");
    old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    fresh.setId("new-password");
    fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
    var change = new Button("Change it", click -> change());
    change.setId("change-password");
    var line = new Div(old, fresh, change);
    line.addClassName("line");
    add(new H2("Password"), line);
  }

  private void change() {
    old.setInvalid(false);
    fresh.setInvalid(false);
    try {
      passwords.change(old.getValue(), fresh.getValue());
      old.clear();
      fresh.clear();
      Notify.done("Changed. Your sessions in other browsers have ended.");
    } catch (AccountRefused refused) {
      explain(old, refused);
    } catch (InvalidSpec refused) {
      explain(fresh, refused);
    }
  }

  private static void explain(PasswordField field, RuntimeException refused) {
    field.setErrorMessage(refused.getMessage());
    field.setInvalid(true);
  }
}
