package org.shiftscope.ui.wording;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.shiftscope.storage.accounts.OneTimeLink;

/** A secret that is shown this once, to be copied. */
public final class ToldOnce extends Div {

  private static final long serialVersionUID = 1L;

  private ToldOnce(String sentence, TextField field) {
    addClassNames("note", "told");
    getElement().setAttribute("role", "status");
    field.setReadOnly(true);
    field.setWidthFull();
    field.setAutoselect(true);
    add(new Paragraph(sentence), field);
  }

  /** A link, whole: the browser knows under which name it reached the server. */
  public static ToldOnce link(OneTimeLink link) {
    var field = new TextField("Link");
    field.setId("one-time-link");
    field
        .getElement()
        .executeJs(
            "this.value = new URL($0, document.baseURI).href",
            "set-password?link=" + link.secret().text());
    return new ToldOnce(
        "Give this link to "
            + link.account().orElse("them")
            + ", who chooses a password by it. It works once, for a day, and is not shown again.",
        field);
  }

  /** A token. */
  public static ToldOnce token(String text) {
    var field = new TextField("Token");
    field.setId("token");
    field.setValue(text);
    return new ToldOnce(
        "Copy this token now: it is not shown again. Scripts send it as Authorization: Bearer, and"
            + " the command line takes it from SHIFTSCOPE_TOKEN.",
        field);
  }

  /** What signs webhooks. */
  public static ToldOnce secret(String text) {
    var field = new TextField("Secret");
    field.setId("recipient-secret");
    field.setValue(text);
    return new ToldOnce(
        "Copy this secret now: it is not shown again. By it the receiver checks the header"
            + " webhook-signature, as Standard Webhooks has it.",
        field);
  }
}
