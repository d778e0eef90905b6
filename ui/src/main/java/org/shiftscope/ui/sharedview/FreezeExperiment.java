package org.shiftscope.ui.sharedview;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.shiftscope.compute.export.Table;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.experiment.LeftOut;
import org.shiftscope.ui.experiment.TabulateTrials;
import org.shiftscope.ui.kind.EvidenceNumbers;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.scatter.ChosenQuantities;
import org.shiftscope.ui.scatter.ScatterTab;
import org.shiftscope.ui.sharedview.SharedView.Section;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.node.ObjectNode;

/** The sections of an experiment: what was found, each tab of its page, its trials, its spec. */
final class FreezeExperiment {

  private final ReadExperiment read;
  private final ScatterChoice scatter;
  private final KindPage page;
  private final FreezeFigures figures = new FreezeFigures();

  /**
   * Of an experiment.
   *
   * @param scatter which quantities are against each other
   * @throws org.shiftscope.compute.spec.InvalidSpec where it has none so named
   */
  FreezeExperiment(ReadExperiment read, ScatterChoice scatter) {
    List<Problem> problems = ChosenQuantities.problems(read.spec(), scatter);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    this.read = read;
    this.scatter = scatter;
    this.page = KindPage.of(read.spec());
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(findings(read.results()));
    Stream.concat(page.tabs().stream(), Stream.of(ScatterTab.of(read.spec(), scatter)))
        .map(this::tab)
        .filter(FreezeExperiment::hasContent)
        .forEach(sections::add);
    sections.add(trials());
    sections.addAll(spec(read, page));
    return sections;
  }

  private static Section findings(Results results) {
    String left = LeftOut.say(results);
    return new Section(
        SharedView.FINDINGS,
        "Findings",
        results.isEmpty()
            ? List.of("No trial had a result yet.")
            : results.findings().map(Findings::sentences).orElse(List.of()),
        left.isEmpty() ? List.of() : List.of(left),
        List.of(),
        List.of(),
        "");
  }

  private static boolean hasContent(Section section) {
    return !section.figures().isEmpty() || !section.tables().isEmpty();
  }

  private Section tab(FigureTab tab) {
    List<NumberTable> tables = tab.tables().of(read.results());
    List<CertifiedPoint> certified = tab.certified().get();
    return new Section(
        tab.id(),
        tab.title(),
        certified.stream().map(FreezeExperiment::judged).toList(),
        tab
            .slide()
            .map(slide -> "Drawn at T = " + FormatNumber.significant(slide.start()) + ".")
            .stream()
            .toList(),
        figures.of(tab.id(), tab.figures().of(OptionalDouble.empty(), read.results())),
        Stream.concat(
                tables(tab.id(), tables).stream()
                    .map(each -> FreezeTable.leavingOut(each, read.results().without())),
                evidence(tab.id(), certified).stream())
            .toList(),
        "");
  }

  /** "θ_te: minimum. Why." */
  static String judged(CertifiedPoint point) {
    return point.symbol()
        + ": "
        + point.certificate().grade().title()
        + ". "
        + point.certificate().reason();
  }

  /** What certificates rest on. */
  static List<SharedTable> evidence(String section, List<CertifiedPoint> points) {
    return tables(
        section + "-evidence",
        points.stream()
            .map(
                point -> {
                  NumberTable table = EvidenceNumbers.of(point.certificate().evidence());
                  return new NumberTable(
                      "Certificate of " + point.symbol(),
                      table.columns(),
                      table.rows(),
                      table.note(),
                      table.plain());
                })
            .toList());
  }

  /** Tables of a section, numbered in their names. */
  static List<SharedTable> tables(String section, List<NumberTable> tables) {
    List<SharedTable> frozen = new ArrayList<>();
    tables.forEach(
        table -> frozen.add(FreezeTable.of(section + "-table-" + (frozen.size() + 1), table)));
    return frozen;
  }

  private Section trials() {
    Table trials =
        TabulateTrials.of(read.spec(), page.columns(), read.results().trials(), this::remarks);
    Set<String> shown =
        Stream.of(
                Stream.of("trial", "outcome", "remarks"),
                read.spec().axes().all().stream().map(Axis::name),
                page.columns().stream()
                    .filter(TrialColumn::first)
                    .map(TrialColumn::head)
                    .map(Notation::plain))
            .flatMap(each -> each)
            .collect(toSet());
    return new Section(
        "trials",
        "Trials",
        List.of(),
        List.of(),
        List.of(),
        List.of(FreezeTable.of("trials-table", trials, shown)),
        "");
  }

  private List<Remark> remarks(int trial) {
    return read.results().sorted().map(all -> all.of(trial)).orElse(List.of());
  }

  /** The spec in words, field by field, and as REST takes it. */
  static List<Section> spec(ReadExperiment read, KindPage page) {
    ObjectNode json = WriteSpec.toJson(read.spec());
    return List.of(
        new Section(
            "spec",
            "Spec",
            List.of(page.words().explanation()),
            List.of(),
            List.of(),
            List.of(FreezeTable.ofFields("spec-fields", "", json)),
            json.toPrettyString()));
  }
}
