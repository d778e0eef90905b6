package org.shiftscope.ui.system;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.Notices;
import org.shiftscope.storage.Recipient;
import org.shiftscope.ui.observed.Observed;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notify;
import org.shiftscope.ui.wording.PlainTable;
import org.shiftscope.ui.wording.ToldOnce;

/** Who is told of experiments that ended; for administrators. */
final class RecipientsPanel extends Section {

  private static final long serialVersionUID = 1L;

  private final transient Notices notices;
  private final transient Clock clock;
  private final TextField address = new TextField("Address");
  private final CheckboxGroup<ExperimentState> toldOf = new CheckboxGroup<>("Told of");
  private final Div told = new Div();
  private final PlainTable table = new PlainTable("Notices", "To", "Told of", "Last notice", "");

  RecipientsPanel(Observed observed, Clock clock) {
    this.notices = observed.notices();
    this.clock = clock;
    addClassNames("card", "recipients");
    address.setId("recipient-address");
    address.setPlaceholder("https://… or mailto:…");
    address.setWidth("24rem");
    toldOf.setItems(ExperimentState.FINISHED, ExperimentState.FAILED, ExperimentState.CANCELLED);
    toldOf.setItemLabelGenerator(ExperimentState::title);
    toldOf.setValue(Set.of(ExperimentState.FINISHED, ExperimentState.FAILED));
    toldOf.setId("recipient-told-of");
    var add = new Button("Add", click -> add());
    add.setId("add-recipient");
    var line = new Div(address, toldOf, add);
    line.addClassName("line");
    String mail =
        observed.mail()
            ? "mailto: sends e-mail."
            : "mailto: sends e-mail, once the setting mail-host names an SMTP server.";
    add(
        new H2("Notices"),
        new Paragraph(
            "Tells others when an experiment ends. https:// sends a signed webhook, " + mail),
        line,
        told,
        table);
    show();
  }

  private void add() {
    address.setInvalid(false);
    try {
      Notices.Added added = notices.add(address.getValue(), toldOf.getValue());
      told.removeAll();
      if (!added.recipient().byMail()) {
        told.add(ToldOnce.secret(added.secret()));
      }
      address.clear();
      Notify.done("Added. A test is on its way.");
      show();
    } catch (InvalidSpec refused) {
      address.setErrorMessage(refused.getMessage());
      address.setInvalid(true);
    }
  }

  private void show() {
    table.clear();
    List<Recipient> all = notices.recipients();
    all.forEach(this::row);
    table.setVisible(!all.isEmpty());
  }

  private void row(Recipient recipient) {
    String states =
        recipient.toldOf().stream()
            .map(state -> state.title().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    table.row(
        "recipient-" + recipient.id(),
        new Span(recipient.address()),
        new Span(recipient.enabled() ? states : "off"),
        new Span(last(recipient)),
        actions(recipient));
  }

  private String last(Recipient recipient) {
    return recipient
        .last()
        .map(
            last -> {
              String when = FormatTime.ago(last.at(), clock.instant(), clock.getZone());
              String next =
                  last.next()
                      .map(at -> "; tried again at " + FormatTime.exact(at, clock.getZone()))
                      .orElse(last.delivered() ? "" : "; given up");
              return last.answer().replaceFirst("\\.$", "") + ", " + when + next;
            })
        .orElse("none yet");
  }

  private Div actions(Recipient recipient) {
    var test =
        action(
            "Send a test",
            recipient,
            () -> {
              notices.test(recipient.id());
              Notify.done("A test is on its way.");
            });
    var off =
        action(
            recipient.enabled() ? "Turn off" : "Turn on",
            recipient,
            () -> notices.change(recipient.id(), recipient.toldOf(), !recipient.enabled()));
    return new Div(test, off, action("Remove", recipient, () -> notices.remove(recipient.id())));
  }

  private Button action(String text, Recipient recipient, Runnable action) {
    var button =
        new Button(
            text,
            click -> {
              action.run();
              show();
            });
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(text + ", " + recipient.address());
    return button;
  }
}
