package org.shiftscope.ui.wording;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;

/** Short messages at the bottom of the page. */
public final class Notify {

  private Notify() {}

  /** Says that something was done. */
  public static void done(String sentence) {
    Notification.show(sentence, 4_000, Position.BOTTOM_START);
  }

  /** Says that something was done, and offers to undo it for ten seconds. */
  public static void undoable(String sentence, Runnable undo) {
    var notification = new Notification();
    var button =
        new Button(
            "Undo",
            click -> {
              notification.close();
              undo.run();
            });
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    notification.add(row(sentence, button));
    open(notification, 10_000);
  }

  /** Says that something went wrong; it stays until closed. */
  public static void problem(String sentence) {
    var notification = new Notification();
    var button = new Button("Close", click -> notification.close());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
    notification.setAssertive(true);
    notification.add(row(sentence, button));
    open(notification, 0);
  }

  private static HorizontalLayout row(String sentence, Button button) {
    var row = new HorizontalLayout(new Span(sentence), button);
    row.setAlignItems(HorizontalLayout.Alignment.CENTER);
    return row;
  }

  private static void open(Notification notification, int millis) {
    notification.setDuration(millis);
    notification.setPosition(Position.BOTTOM_START);
    notification.open();
  }
}
