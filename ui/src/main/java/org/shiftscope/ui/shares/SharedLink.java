package org.shiftscope.ui.shares;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.shiftscope.storage.Share;
import org.shiftscope.storage.Shares;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.CopyButton;

/** The link of a share that was just made, to be copied, and the frame that embeds it. */
final class SharedLink extends Div {

  private static final long serialVersionUID = 1L;

  /** The page knows best under which address the browser reached this server. */
  private static final String ABSOLUTE = "new URL('%s', document.baseURI).href";

  private static final String FRAME =
      "`<iframe src=\"${"
          + ABSOLUTE
          + "}\" width=\"100%%\" height=\"600\" loading=\"lazy\""
          + " title=\"Shiftscope\" style=\"border:0\"></iframe>`";

  SharedLink(Shares.Kept made) {
    addClassName("share-form");
    String path = "s/" + made.token().value();
    String link = ABSOLUTE.formatted(path);
    String frame = FRAME.formatted(path + "/embed");
    var address = new TextField("Link");
    address.setId("share-link");
    address.setReadOnly(true);
    address.setWidthFull();
    address.getElement().executeJs("this.value = " + link);
    var embed = new TextArea("For a notebook or a wiki");
    embed.setId("share-embed");
    embed.setReadOnly(true);
    embed.setWidthFull();
    embed.setHelperText(
        "Add ?figure= and a figure's name, as figure=losses, for one figure alone.");
    embed.getElement().executeJs("this.value = " + frame);
    var open = new Anchor(path, "Open it");
    open.setId("share-open");
    open.setTarget("_blank");
    open.setRouterIgnore(true);
    open.addClassName("button-link");
    var actions =
        new Div(
            new CopyButton("Copy the link", VaadinIcon.COPY_O, link),
            new CopyButton("Copy the frame", VaadinIcon.CODE, frame),
            open,
            Navigation.linkToShares("All shares"));
    actions.addClassName("actions");
    add(new Paragraph(said(made.share())), address, actions, embed);
  }

  private static String said(Share share) {
    return "Copy it now: this server keeps no copy of the link itself, only what it takes to know it again. "
        + (share.times().expires().isPresent()
            ? "It ends by itself; "
            : "It never ends by itself; ")
        + "on the page Shares you can end it at any time.";
  }
}
