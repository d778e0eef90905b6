package org.shiftscope.ui.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.export.TabulateComparison;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ExperimentComparison.Quantity;
import org.shiftscope.compute.result.ExperimentComparison.Side;
import org.shiftscope.storage.Event;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.ui.chosen.AskedExperiments;
import org.shiftscope.ui.chosen.ChosenExperiments;
import org.shiftscope.ui.chosen.DownloadLink;
import org.shiftscope.ui.comparison.ComparisonChoice.OfTrial;
import org.shiftscope.ui.experiment.NumberTableView;
import org.shiftscope.ui.figure.FiguresPanel;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.MainLayout;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.news.FollowNews;
import org.shiftscope.ui.news.ReadAside;
import org.shiftscope.ui.scatter.ScatterFields;
import org.shiftscope.ui.shares.ShareButton;
import org.shiftscope.ui.sharing.ShareSubject;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.Notation;

/** The experiments of the address, compared with the first at equal T, live while these run. */
@Route(value = Navigation.COMPARISON, layout = MainLayout.class)
@PageTitle("Comparison · Shiftscope")
public final class ComparisonView extends Div implements BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  /** Asked here, where a person asks: what comes later comes from the server. */
  private final boolean mayChange = Asker.may(Role.RESEARCHER);

  /** As many as REST takes, and as the palette has colours. */
  static final int MOST = 8;

  private static final String LEAD =
      "Experiments against the first of them, quantity by quantity at each temperature that both have. Two are equal where"
          + " the 90 % interval of their mean difference lies within a quarter of what T itself changes in the first;"
          + " different where all of it lies outside; undecided is all else. Trials of one seed and split are pairs.";

  private final transient Backend backend = Backend.get();
  private transient volatile ComparisonChoice choice = ComparisonChoice.first(List.of());
  private final ChosenExperiments chosen =
      new ChosenExperiments(
          backend.experiments(), MOST, "Do not compare", ids -> go(choice.of(ids)));
  private final Paragraph leftOut = new Paragraph();
  private final Div sides = new Div();
  private final Div findings = new Div();
  private final Div downloads = new Div();
  private final ComboBox<Quantity> quantities = new ComboBox<>("Quantity");
  private final Select<MeanBand> spread = new Select<>();
  private final Paragraph sentence = new Paragraph();
  private final MultiSelectComboBox<OfTrial> lines = new MultiSelectComboBox<>("Trials");
  private final FiguresPanel overlaid = new FiguresPanel("comparison", trial -> {});
  private final Div lineSection = new Div();
  private final ScatterFields scatterFields =
      new ScatterFields(wanted -> go(choice.scatter(wanted)));
  private final FiguresPanel scattered = new FiguresPanel("comparison", trial -> {});
  private final Div ranks = new Div();
  private final Div beside = new Div();
  private final FiguresPanel figures = new FiguresPanel("comparison", trial -> {});
  private final Div tests = new Div();
  private final Div overview = new Div();
  private final Div compared = new Div();
  private final Div empty = new Div();
  private transient @Nullable ExperimentComparison shown;

  /** Called by Vaadin. */
  public ComparisonView() {
    addClassNames("page", "comparison");
    var lead = new Paragraph(LEAD);
    lead.addClassName("lead");
    leftOut.addClassName("problem");
    findings.addClassName("findings");
    findings.setId("findings");
    downloads.addClassName("actions");
    sentence.setId("quantity-sentence");
    quantities.setId("quantity");
    quantities.setItemLabelGenerator(each -> Notation.plain(QuantityKey.title(each)));
    quantities.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            go(choice.quantity(QuantityKey.of(event.getValue())));
          }
        });
    spread.setId("spread");
    spread.setLabel("Bands");
    spread.setItems(MeanBand.values());
    spread.setItemLabelGenerator(MeanBand::title);
    spread.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            go(choice.spread(event.getValue()));
          }
        });
    lines.setId("lines");
    lines.setHelperText("At most " + ComparisonChoice.MOST_LINES + " at a time.");
    lines.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            go(choice.lines(event.getValue().stream().limit(ComparisonChoice.MOST_LINES).toList()));
          }
        });
    beside.addClassName("card");
    lineSection.add(new H2("Lines over one another"), lines, overlaid);
    ranks.addClassName("card");
    var chooses = new Div(quantities, spread);
    chooses.addClassName("comparison-choices");
    tests.addClassName("card");
    overview.addClassName("card");
    compared.add(
        sides,
        findings,
        downloads,
        chooses,
        sentence,
        figures,
        tests,
        lineSection,
        new H2("Any two quantities of the trials"),
        scatterFields,
        beside(scattered, ranks),
        new H2("Findings side by side"),
        beside,
        new H2("All quantities"),
        overview);
    compared.setVisible(false);
    empty.add(new Paragraph("Computing findings …"));
    add(new H1("Comparison"), lead, chosen, leftOut, compared, empty);
    FollowNews.whileAttached(this, backend.experiments(), this::concerns, this::read, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    ComparisonChoice before = choice;
    choice = ComparisonChoice.from(event.getLocation(), MOST);
    chosen.show(choice.experiments());
    spread.setValue(choice.spread());
    ExperimentComparison known = shown;
    if (known != null
        && choice.experiments().equals(before.experiments())
        && choice.lines().equals(before.lines())
        && choice.scatter().equals(before.scatter())) {
      showQuantity(known);
    } else {
      ReadAside.within(UI.getCurrent(), this::read, this::show);
    }
  }

  /** Called from storage's threads. */
  private boolean concerns(Event event) {
    return AskedExperiments.concerns(choice.experiments(), event);
  }

  /** Called from background threads too. */
  private ReadComparison read() {
    return ReadComparison.of(backend.experiments(), choice);
  }

  private void show(ReadComparison read) {
    if (!read.asked().experiments().equals(choice.experiments())
        || !read.asked().lines().equals(choice.lines())
        || !read.asked().scatter().equals(choice.scatter())) {
      return;
    }
    leftOut.setVisible(!read.leftOut().isEmpty());
    leftOut.setText(read.leftOut());
    compared.setVisible(read.comparison().isPresent());
    empty.removeAll();
    shown = read.comparison().orElse(null);
    read.comparison().ifPresentOrElse(found -> show(found, read), () -> empty.add(nothing(read)));
  }

  private static EmptyState nothing(ReadComparison read) {
    return read.compared().isEmpty()
        ? new EmptyState(
            "No experiment chosen",
            "Choose two or more above: the first is the reference. Best are experiments that differ in one thing, with the same"
                + " temperatures and seeds: clone one, and change SGD's dynamics, its batch size or its plan.")
        : new EmptyState(
            "One experiment chosen",
            "It is the reference: add another above to compare with it. Clone it, and change one thing, for one that differs in"
                + " that alone.");
  }

  private static void go(ComparisonChoice wanted) {
    Navigation.toComparison(wanted.query());
  }

  private void show(ExperimentComparison found, ReadComparison read) {
    sides.removeAll();
    sides.add(new ComparedSides(found, ids -> go(choice.of(ids))));
    findings.removeAll();
    if (found.tests() == 0) {
      findings.add(paragraph(found.sentence()));
    } else {
      found.others().forEach(side -> findings.add(paragraph(side.found())));
    }
    downloads.removeAll();
    downloads.add(
        DownloadLink.csv("Tests (CSV)", "comparison.csv", () -> TabulateComparison.of(found)),
        DownloadLink.parquet("Parquet", "comparison.parquet", () -> TabulateComparison.of(found)),
        DownloadLink.json("Comparison (JSON)", Navigation.COMPARISON, read.ids()),
        share(read.ids()));
    overview.removeAll();
    overview.add(new ComparisonTables(found).quantities(choice));
    showQuantity(found);
    showLines(read.lines());
    showScatter(read.scatter());
    beside.removeAll();
    beside.add(
        new FindingsBeside(
            read.compared(),
            Stream.concat(Stream.of(found.reference()), found.others().stream())
                .map(Side::name)
                .toList()));
  }

  private static Div beside(Component figure, Component numbers) {
    var both = new Div(figure, numbers);
    both.addClassName("beside");
    return both;
  }

  private void showLines(OverlaidLines read) {
    lineSection.setVisible(!read.offered().isEmpty());
    lines.setItemLabelGenerator(
        trial -> Notation.plain(read.offered().getOrDefault(trial, trial.toString())));
    lines.setItems(read.offered().sequencedKeySet().stream().toList());
    lines.setValue(new LinkedHashSet<>(read.chosen()));
    overlaid.show(read.figures());
  }

  private void showScatter(ComparedScatter read) {
    scatterFields.offer(read.heads(), List.of());
    scatterFields.show(
        choice.scatter(),
        read.heads().contains(choice.scatter().x()) ? choice.scatter().x() : "",
        read.heads().contains(choice.scatter().y()) ? choice.scatter().y() : "",
        "");
    scattered.show(read.figures());
    ranks.removeAll();
    read.tables().forEach(table -> ranks.add(new NumberTableView(table)));
    ranks.setVisible(!read.tables().isEmpty());
  }

  private static Paragraph paragraph(String text) {
    var paragraph = new Paragraph();
    Notation.show(paragraph, text);
    return paragraph;
  }

  private void showQuantity(ExperimentComparison found) {
    Quantity quantity = choice.quantity(found);
    quantities.setItems(found.quantities());
    quantities.setValue(quantity);
    Notation.show(sentence, quantity.sentence());
    figures.show(new ComparisonFigures(found, quantity, choice.spread()).all());
    tests.removeAll();
    tests.add(new ComparisonTables(found).tests(quantity));
  }

  private ShareButton share(List<String> ids) {
    var share =
        new ShareButton(backend.share(), () -> WhatIsShared.together(ShareSubject.COMPARISON, ids));
    share.setVisible(mayChange);
    return share;
  }
}
