package org.shiftscope.ui.shares;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.ui.news.ReadAside;
import org.shiftscope.ui.sharing.MakeShare;
import org.shiftscope.ui.sharing.ShareTerms;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.Notify;

/** Asks on which terms to share, makes the share, and shows its link, which is told only here. */
final class ShareDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private static final String LEAD =
      "Whoever has the link reads this as it is now, without an account: figures, tables, spec and results. Nothing else on this"
          + " server opens with it, and what happens later does not show there.";

  private final transient MakeShare make;
  private final transient WhatIsShared what;
  private final RadioButtonGroup<Expiry> expiry = new RadioButtonGroup<>("The link ends after");
  private final Checkbox kept = new Checkbox("Keep it when the experiment is deleted");
  private final TextArea note = new TextArea("Note");
  private final Button share = new Button("Make the link", click -> share());
  private final Button close = new Button("Cancel", click -> close());

  ShareDialog(MakeShare make, WhatIsShared what) {
    this.make = make;
    this.what = what;
    setHeaderTitle("Share this " + noun());
    setWidth("min(36rem, 96vw)");
    expiry.setId("share-expiry");
    expiry.setItems(Expiry.values());
    expiry.setItemLabelGenerator(Expiry::title);
    expiry.setValue(Expiry.MONTH);
    kept.setId("share-kept");
    note.setId("share-note");
    note.setWidthFull();
    note.setHelperText("Markdown; it stands above the results. May be left empty.");
    note.setMaxLength(4_000);
    share.setId("share-make");
    share.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    share.setDisableOnClick(true);
    var form = new Div(new Paragraph(LEAD), expiry, kept, note);
    form.addClassName("share-form");
    add(form);
    getFooter().add(close, share);
  }

  private String noun() {
    return switch (what.subject()) {
      case CLAIMS -> "page of claims";
      case EXPERIMENT, TRIAL, COMPARISON -> what.subject().title().toLowerCase(Locale.ROOT);
    };
  }

  private void share() {
    ShareTerms terms;
    try {
      terms = new ShareTerms(expiry.getValue().days(), kept.getValue(), note.getValue());
    } catch (InvalidSpec refused) {
      refuse(refused.getMessage());
      return;
    }
    share.setText("Freezing …");
    ReadAside.within(UI.getCurrent(), () -> make(terms), this::show);
  }

  /** Called from a background thread too. */
  private Tried make(ShareTerms terms) {
    try {
      return new Tried(Optional.of(make.of(what, terms)), "");
    } catch (InvalidSpec | StorageUnavailable | NotAllowed refused) {
      return new Tried(Optional.empty(), String.valueOf(refused.getMessage()));
    }
  }

  private record Tried(Optional<MakeShare.Made> made, String refusal) {}

  private void show(Tried tried) {
    tried.made().ifPresentOrElse(this::show, () -> refuse(tried.refusal()));
  }

  private void show(MakeShare.Made made) {
    removeAll();
    setHeaderTitle("The link");
    add(new SharedLink(made));
    getFooter().remove(share);
    close.setText("Done");
  }

  /** What was typed stays. */
  private void refuse(String why) {
    share.setText("Make the link");
    share.setEnabled(true);
    Notify.problem(why);
  }
}
