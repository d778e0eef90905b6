package org.shiftscope.ui.shares;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.shiftscope.storage.Share;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.sharing.FreezeView.Figure;
import org.shiftscope.ui.sharing.MakeShare;
import org.shiftscope.ui.wording.CopyButton;
import org.shiftscope.ui.wording.Notation;

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

  private static final Figure ALL = new Figure("", "All of it");

  private final Select<Figure> figure = new Select<>();

  SharedLink(MakeShare.Made made) {
    addClassName("share-form");
    String path = "s/" + made.kept().token().value();
    String link = ABSOLUTE.formatted(path);
    var address = new TextField("Link");
    address.setId("share-link");
    address.setReadOnly(true);
    address.setWidthFull();
    address.getElement().executeJs("this.value = " + link);
    var embed = new TextArea("For a notebook or a wiki");
    embed.setId("share-embed");
    embed.setReadOnly(true);
    embed.setWidthFull();
    choose(made.figures());
    figure.addValueChangeListener(chosen -> show(embed, path));
    show(embed, path);
    var open = new Anchor(path, "Open it");
    open.setId("share-open");
    open.setTarget("_blank");
    open.setRouterIgnore(true);
    open.addClassName("button-link");
    var actions =
        new Div(
            new CopyButton("Copy the link", VaadinIcon.COPY_O, link),
            new CopyButton(
                "Copy the frame", VaadinIcon.CODE, "document.getElementById('share-embed').value"),
            open,
            Navigation.linkToShares("All shares"));
    actions.addClassName("actions");
    add(new Paragraph(said(made.kept().share())), address, actions, figure, embed);
  }

  /** What the frame shows. */
  private void choose(List<Figure> figures) {
    List<Figure> all = new ArrayList<>(List.of(ALL));
    all.addAll(figures);
    figure.setId("share-figure");
    figure.setLabel("The frame shows");
    figure.setWidthFull();
    figure.setItems(all);
    figure.setItemLabelGenerator(each -> Notation.plain(each.title()));
    figure.setValue(ALL);
    figure.setVisible(!figures.isEmpty());
  }

  private void show(TextArea embed, String path) {
    String id = figure.getValue().id();
    String frame = FRAME.formatted(path + "/embed" + (id.isEmpty() ? "" : "?figure=" + id));
    embed.getElement().executeJs("this.value = " + frame);
  }

  private static String said(Share share) {
    return "Copy it now: this server keeps no copy of the link itself, only what it takes to know it again. "
        + (share.times().expires().isPresent()
            ? "It ends by itself; "
            : "It never ends by itself; ")
        + "on the page Shares you can end it at any time.";
  }
}
