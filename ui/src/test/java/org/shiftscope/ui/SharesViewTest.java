package org.shiftscope.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt._fireConfirm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.Browserless.byId;
import static org.shiftscope.ui.Browserless.text;
import static org.shiftscope.ui.Browserless.until;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Share;
import org.shiftscope.storage.ShareState;
import org.shiftscope.storage.ShareToken;
import org.shiftscope.storage.Shares;

class SharesViewTest extends PageStory {

  private Experiment run() {
    return pages.run(
        Planted.sweep("Falls", List.of(0.003, 0.01, 0.03), 3),
        (spec, trial, watch) -> Planted.measurement(2 - 0.2 * (trial % 3), 0.3, Outcome.MEASURED));
  }

  private Shares shares() {
    return pages.shares();
  }

  @Test
  void whereNothingIsSharedThePageSaysHowToShare() {
    pages.visit("shares");
    assertThat(text()).contains("Nothing is shared", "makes a link that others can read");
  }

  @Test
  void anExperimentIsSharedByItsDialogAndItsLinkEndedInTheList() {
    Experiment sweep = run();
    pages.visit("experiments/" + sweep.id());
    _click(byId(Button.class, "share"));
    byId(TextArea.class, "share-note").setValue("Look at the slope");
    byId(Checkbox.class, "share-kept").setValue(true);
    _click(byId(Button.class, "share-make"));
    until(() -> !_find(Anchor.class, spec -> spec.withId("share-open")).isEmpty());

    Select<?> figures = byId(Select.class, "share-figure");
    assertThat(figures.getListDataView().getItemCount()).as("all, and each").isGreaterThan(1);
    String link = byId(Anchor.class, "share-open").getHref();
    ShareToken token = ShareToken.parse(link.substring(2)).orElseThrow();
    assertThat(shares().open(token)).isPresent();
    Share share = shares().list(10).getFirst();
    assertThat(share.kept()).isTrue();
    assertThat(share.times().expires()).isPresent();

    pages.visit("shares");
    assertThat(text()).contains("Falls", "Not opened yet.", "stays when the experiment is deleted");
    _click(byId(Button.class, "end-" + share.id()));
    assertThat(shares().open(token)).isEmpty();
    assertThat(text()).contains("Revoked");
    _click(_get(Button.class, spec -> spec.withText("Open it again")));
    assertThat(shares().find(share.id()).orElseThrow().state()).isEqualTo(ShareState.OPEN);

    _click(byId(Button.class, "purge-" + share.id()));
    assertThat(shares().find(share.id())).as("it asks first").isPresent();
    _fireConfirm(_get(ConfirmDialog.class));
    assertThat(shares().find(share.id())).isEmpty();
    assertThat(text()).contains("Nothing is shared");
  }

  @Test
  void aTrialIsSharedFromItsTab() {
    Experiment sweep = run();
    pages.visit("experiments/" + sweep.id() + "?tab=trial&trial=4");
    until(() -> !_find(Button.class, spec -> spec.withId("share-trial")).isEmpty());
    _click(byId(Button.class, "share-trial"));
    _click(byId(Button.class, "share-make"));
    until(() -> shares().list(1).size() == 1);
    assertThat(shares().list(1).getFirst().title()).isEqualTo("Trial 4 of “Falls”");
  }
}
