package org.shiftscope.ui.shares;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.shiftscope.storage.Share;
import org.shiftscope.storage.Shares;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.sharing.ShareTerms;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.Notify;

/** What is shared, the newest first: whether its link opens, until when, and how often it was. */
@Route(value = Navigation.SHARES, layout = MainLayout.class)
@PageTitle("Shares · Shiftscope")
public final class SharesView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private static final int MOST = 500;

  private static final String LEAD =
      "Frozen views that others read by a link. Revoking a link ends it at once, also for who has the page open and loads it"
          + " again; what was saved or printed before is out of reach.";

  private final transient Backend backend = Backend.get();
  private final UnorderedList list = new UnorderedList();
  private final Div empty = new Div();

  /** Called by Vaadin. */
  public SharesView() {
    addClassNames("page", "shares");
    list.addClassName("share-list");
    var lead = new Paragraph(LEAD);
    lead.addClassName("lead");
    add(new H1("Shares"), lead, list, empty);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show();
  }

  private Shares shares() {
    return backend.share().shares();
  }

  private void show() {
    List<Share> all = shares().list(MOST);
    var actions =
        new ShareRow.Actions(this::revoke, this::restore, this::askForItsEnd, this::askToPurge);
    list.removeAll();
    all.forEach(share -> list.add(new ShareRow(share, backend.clock(), actions)));
    list.setVisible(!all.isEmpty());
    empty.removeAll();
    if (all.isEmpty()) {
      var experiments = new Button("To the experiments", click -> Navigation.toExperiments());
      empty.add(
          new EmptyState(
              "Nothing is shared",
              "Share on the page of an experiment, a trial, a comparison or the claims makes a link that others can read.",
              experiments));
    }
  }

  private void revoke(Share share) {
    if (shares().revoke(share.id())) {
      Notify.undoable("Revoked the link to “" + share.title() + "”.", () -> restore(share));
    }
    show();
  }

  private void restore(Share share) {
    if (shares().restore(share.id())) {
      Notify.done("The link to “" + share.title() + "” opens again.");
    }
    show();
  }

  private void askToPurge(Share share) {
    var ask = new ConfirmDialog();
    ask.setHeader("Delete this view for good?");
    ask.setText(
        "“"
            + Notation.plain(share.title())
            + "” and all that it shows are deleted, and its link opens nothing any more. This cannot be"
            + " undone; revoking can.");
    ask.setCancelable(true);
    ask.setConfirmText("Delete for good");
    ask.setConfirmButtonTheme("error primary");
    ask.addConfirmListener(confirmed -> purge(share));
    ask.open();
  }

  private void purge(Share share) {
    if (shares().purge(share.id())) {
      Notify.done("Deleted the view “" + Notation.plain(share.title()) + "”.");
    }
    show();
  }

  private void askForItsEnd(Share share) {
    var choice = new RadioButtonGroup<Expiry>("The link ends, from now, after");
    choice.setItems(Expiry.values());
    choice.setItemLabelGenerator(Expiry::title);
    choice.setValue(Expiry.MONTH);
    var ask = new ConfirmDialog();
    ask.setHeader("When does the link end?");
    ask.setText(choice);
    ask.setCancelable(true);
    ask.setConfirmText("Change");
    ask.addConfirmListener(confirmed -> expire(share, choice.getValue()));
    ask.open();
  }

  private void expire(Share share, Expiry after) {
    var terms = new ShareTerms(after.days(), share.kept(), "");
    shares().expire(share.id(), terms.expires(backend.clock().instant()));
    Notify.done("Changed when the link to “" + share.title() + "” ends.");
    show();
  }
}
