package org.shiftscope.ui.shares;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shiftscope.storage.Share;
import org.shiftscope.storage.ShareState;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.StateBadge;
import org.shiftscope.ui.wording.Words;

/** One share in the list. */
final class ShareRow extends ListItem {

  private static final long serialVersionUID = 1L;

  /** What a person can do with it. */
  record Actions(
      Consumer<Share> revoke,
      Consumer<Share> restore,
      Consumer<Share> expire,
      Consumer<Share> purge) {}

  ShareRow(Share share, Clock clock, Actions actions) {
    addClassNames("share-row");
    setId("share-" + share.id());
    var title = new Anchor("api/shares/" + share.id() + "/page");
    title.setRouterIgnore(true);
    title.setTarget("_blank");
    title.addClassName("row-link");
    Notation.show(title, share.title());
    var head = new Div(title, StateBadge.of(share.state()));
    head.addClassName("share-head");
    var buttons = new Div(expiry(share, actions), end(share, actions), purge(share, actions));
    buttons.addClassName("actions");
    buttons.setVisible(Asker.may(Role.RESEARCHER));
    add(head, quiet(times(share, clock)), quiet(accesses(share, clock)), buttons);
  }

  private static Span quiet(String text) {
    var span = new Span(text);
    span.addClassName("quiet");
    return span;
  }

  private static String times(Share share, Clock clock) {
    Function<Instant, String> day = at -> FormatTime.exact(at, clock.getZone());
    String made =
        "Shared "
            + FormatTime.ago(share.times().created(), clock.instant(), clock.getZone())
            + share.creator().map(who -> " by " + who).orElse("");
    String ends =
        share
            .times()
            .revoked()
            .map(at -> ", revoked on " + day.apply(at))
            .orElseGet(
                () ->
                    share
                        .times()
                        .expires()
                        .map(at -> ", the link ends on " + day.apply(at))
                        .orElse(", the link does not end"));
    return made + ends + (share.kept() ? ", stays when the experiment is deleted" : "") + ".";
  }

  private static String accesses(Share share, Clock clock) {
    return share
        .lastAccess()
        .map(
            at ->
                "Opened "
                    + Words.count(share.accesses(), "time")
                    + ", last "
                    + FormatTime.ago(at, clock.instant(), clock.getZone())
                    + ".")
        .orElse("Not opened yet.");
  }

  private static Button expiry(Share share, Actions actions) {
    Button button = button("Change its end", () -> actions.expire().accept(share));
    button.setVisible(share.state() != ShareState.REVOKED);
    return button;
  }

  private static Button end(Share share, Actions actions) {
    Button button =
        share.state() == ShareState.REVOKED
            ? button("Open it again", () -> actions.restore().accept(share))
            : button("Revoke", () -> actions.revoke().accept(share));
    button.setId("end-" + share.id());
    return button;
  }

  private static Button purge(Share share, Actions actions) {
    Button button = button("Delete for good", () -> actions.purge().accept(share));
    button.setId("purge-" + share.id());
    button.addThemeVariants(ButtonVariant.LUMO_ERROR);
    return button;
  }

  private static Button button(String text, Runnable action) {
    var button = new Button(text, click -> action.run());
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }
}
