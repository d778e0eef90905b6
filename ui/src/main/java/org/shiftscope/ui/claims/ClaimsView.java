package org.shiftscope.ui.claims;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shiftscope.compute.export.TabulateClaims;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.chosen.AskedExperiments;
import org.shiftscope.ui.chosen.ChosenExperiments;
import org.shiftscope.ui.chosen.DownloadLink;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.news.FollowNews;
import org.shiftscope.ui.news.ReadAside;
import org.shiftscope.ui.shares.ShareButton;
import org.shiftscope.ui.sharing.ShareSubject;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.Notation;

/** The paper's claims, judged by the experiments of the address, live while these run. */
@Route(value = Navigation.CLAIMS, layout = MainLayout.class)
@PageTitle("Claims · Shiftscope")
public final class ClaimsView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  /** Asked here, where a person asks: what comes later comes from the server. */
  private final boolean mayChange = Asker.may(Role.RESEARCHER);

  /** As many as REST takes. */
  static final int MOST = 20;

  private static final String LEAD =
      "Each claim of the paper against what these experiments measured. Supported and contradicted are said where a test says so"
          + " after Holm's correction over this page, so that any verdict here is wrong in at most one of twenty such pages;"
          + " undecided is all else, with how many seeds it would take.";

  private final transient Backend backend = Backend.get();
  private final ChosenExperiments chosen =
      new ChosenExperiments(backend.experiments(), MOST, "Do not judge by", this::ask);
  private final Paragraph findings = new Paragraph();
  private final Paragraph leftOut = new Paragraph();
  private final Div downloads = new Div();
  private final Div claims = new Div();
  private final transient Set<Claim> open = EnumSet.noneOf(Claim.class);
  private transient volatile List<String> asked = List.of();

  /** Called by Vaadin. */
  public ClaimsView() {
    addClassNames("page", "claims");
    var lead = new Paragraph(LEAD);
    lead.addClassName("lead");
    findings.addClassName("findings");
    findings.setId("findings");
    leftOut.addClassName("problem");
    downloads.addClassName("actions");
    add(new H1("Claims"), lead, chosen, leftOut, findings, downloads, claims);
    FollowNews.whileAttached(this, backend.experiments(), this::concerns, this::read, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    asked = AskedExperiments.ids(event.getLocation(), MOST);
    chosen.show(asked);
    ReadAside.within(UI.getCurrent(), this::read, this::show);
  }

  /** Called from storage's threads. */
  private boolean concerns(Event event) {
    return AskedExperiments.concerns(asked, event);
  }

  /** Called from background threads too. */
  private JudgedExperiments read() {
    return JudgedExperiments.read(backend.experiments(), asked);
  }

  private void ask(List<String> ids) {
    Navigation.toClaims(ids);
  }

  private void show(JudgedExperiments read) {
    if (!read.asked().equals(asked)) {
      return;
    }
    boolean any = !read.judged().isEmpty();
    findings.setVisible(any);
    downloads.setVisible(any);
    leftOut.setVisible(!read.leftOut().isEmpty());
    leftOut.setText(read.leftOut());
    claims.removeAll();
    downloads.removeAll();
    if (!any) {
      claims.add(
          new EmptyState(
              "No experiment chosen",
              "Choose one or more above: sweeps judge most claims, decompositions C5, two-stage experiments C6 and C7,"
                  + " resamplings C8 and C9. A trend takes three temperatures and three seeds at least."));
      return;
    }
    Notation.show(findings, read.claims().sentence());
    downloads.add(
        DownloadLink.csv("Evidence (CSV)", "claims.csv", () -> TabulateClaims.of(read.claims())),
        DownloadLink.parquet("Parquet", "claims.parquet", () -> TabulateClaims.of(read.claims())),
        DownloadLink.json("Claims (JSON)", Navigation.CLAIMS, read.judged()),
        share(read.judged()));
    if (read.judged().size() > 1) {
      downloads.add(Navigation.linkToComparison("Compare these at equal T", read.judged()));
    }
    read.claims().claims().forEach(claim -> claims.add(row(claim)));
  }

  /** Those that a person opened stay open as news comes. */
  private ClaimRow row(Judged claim) {
    var row = new ClaimRow(claim, open.contains(claim.claim()));
    row.addToggleListener(
        event -> {
          if (event.isOpened()) {
            open.add(claim.claim());
          } else {
            open.remove(claim.claim());
          }
        });
    return row;
  }

  private ShareButton share(List<String> ids) {
    var share =
        new ShareButton(backend.share(), () -> WhatIsShared.together(ShareSubject.CLAIMS, ids));
    share.setVisible(mayChange);
    return share;
  }
}
