package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.paper.WriteBibtex;
import org.shiftscope.compute.paper.WriteMethods;
import org.shiftscope.compute.reproduction.RepeatedTrial;
import org.shiftscope.compute.reproduction.RepeatedTrial.Verdict;
import org.shiftscope.compute.reproduction.ReproducibilityRecord;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.DiskParts;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.ImportedFrom;
import org.shiftscope.storage.Repetition;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.news.ReadAside;
import org.shiftscope.ui.wording.CopyButton;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;

/**
 * What leaves Shiftscope of an experiment: its archive, the record of what its numbers depend on,
 * what it takes on the disk, how its numbers stand to those of the run before, and the words and
 * sources that a paper takes.
 */
final class ExportPanel extends Div {

  private static final long serialVersionUID = 1L;
  private static final int MOST_TOLD = 20;

  private final transient Experiments experiments;
  private final transient ExperimentId id;
  private final transient ExperimentSpec spec;
  private final Div archive = section("Archive file", "export-archive");
  private final Div disk = section("On this server’s disk", "export-disk");
  private final Div repeats = section("Run again", "export-repeats");
  private final Div record = section("Reproducibility record", "export-record");
  private int shown = -1;

  ExportPanel(ExperimentId id, ExperimentSpec spec, Experiments experiments, String version) {
    this.id = id;
    this.spec = spec;
    this.experiments = experiments;
    addClassName("export");
    add(archive, disk, repeats, record, methods(version), sources(version));
  }

  /** What it tells, off the page's thread: two experiments are read where one is run again. */
  private record Told(
      DiskParts disk,
      ReproducibilityRecord record,
      List<ImportedFrom> origins,
      Optional<Repetition> repetition,
      List<ExperimentId> again) {}

  void show(Snapshot snapshot) {
    showArchive(snapshot.experiment().state().ended());
    int results = (int) snapshot.trials().stream().filter(t -> t.result().isPresent()).count();
    if (results != shown) {
      shown = results;
      ReadAside.within(UI.getCurrent(), this::read, this::show);
    }
  }

  private Told read() {
    return new Told(
        experiments.diskParts(id),
        experiments.record(id, spec),
        experiments.archives().origins(id),
        Repetition.of(experiments, id),
        experiments.repeatsOf(id));
  }

  private void showArchive(boolean ended) {
    clear(archive);
    if (!ended) {
      archive.add(quiet("It can be exported once it has ended."));
      return;
    }
    String address = "api/experiments/" + id + "/archive";
    var links =
        new Div(
            download("Archive (zip)", address, "archive"),
            download("With parameters", address + "?parameters=true", "archive-parameters"));
    links.addClassName("actions");
    archive.add(
        links,
        quiet(
            "Spec, results, findings and the SHA-256 of each, to be imported into another"
                + " Shiftscope; with parameters it can be many times as large."));
  }

  private void show(Told told) {
    clear(disk);
    disk.add(quiet(say(told.disk())));
    clear(repeats);
    repeats.setVisible(told.repetition().isPresent() || !told.again().isEmpty());
    told.repetition().ifPresent(this::showRepetition);
    if (!told.again().isEmpty()) {
      var others = new Paragraph("It was run again as ");
      told.again().forEach(other -> others.add(link(other), new Span(" ")));
      repeats.add(others);
    }
    clear(record);
    for (ImportedFrom origin : told.origins()) {
      record.add(
          new Paragraph(
              "Imported from "
                  + (origin.from().isEmpty() ? "an archive" : origin.from())
                  + ", exported by Shiftscope "
                  + origin.version()
                  + " at "
                  + origin.exported()
                  + ", taken in at "
                  + origin.imported()
                  + "; SHA-256 of the archive’s manifest: "
                  + origin.manifest()));
    }
    RecordNumbers.of(told.record()).forEach(table -> record.add(new NumberTableView(table)));
  }

  private static String say(DiskParts disk) {
    return disk.bytes() == 0
        ? "Nothing yet."
        : FormatNumber.bytes(disk.bytes())
            + ": results "
            + FormatNumber.bytes(disk.results())
            + ", curves "
            + FormatNumber.bytes(disk.curves())
            + ", parameters "
            + FormatNumber.bytes(disk.parameters())
            + (disk.checkpoints() == 0
                ? ""
                : ", checkpoints of trials that have not ended "
                    + FormatNumber.bytes(disk.checkpoints()))
            + ".";
  }

  private void showRepetition(Repetition repetition) {
    var sentence = new Paragraph("It runs experiment ");
    sentence.add(link(repetition.repeated()), new Span(" again. " + repetition.sentence()));
    sentence.setId("repetition");
    repeats.add(sentence);
    List<RepeatedTrial> told =
        repetition.trials().stream()
            .filter(trial -> trial.verdict() != Verdict.IDENTICAL)
            .limit(MOST_TOLD)
            .toList();
    if (!told.isEmpty()) {
      repeats.add(
          new UnorderedList(
              told.stream()
                  .map(
                      trial ->
                          "Trial "
                              + trial.trial()
                              + ", "
                              + trial.verdict().title().toLowerCase(Locale.ROOT)
                              + ": "
                              + trial.sentence())
                  .map(ListItem::new)
                  .toArray(ListItem[]::new)));
    }
  }

  private Component methods(String version) {
    var text = new Paragraph(Notation.plain(WriteMethods.of(spec, version)));
    text.setId("methods-text");
    return copied(section("Methods paragraph", "export-methods"), text, "methods-text");
  }

  private Component sources(String version) {
    var text = new Pre(WriteBibtex.of(spec, version));
    text.setId("bibtex-text");
    text.getElement().setAttribute("tabindex", "0");
    return copied(section("BibTeX", "export-bibtex"), text, "bibtex-text");
  }

  private static Div copied(Div section, Component text, String textId) {
    var actions =
        new Div(
            new CopyButton(
                "Copy",
                VaadinIcon.COPY_O,
                "document.getElementById('" + textId + "').textContent"));
    actions.addClassName("actions");
    section.add(actions, text);
    return section;
  }

  private static Component link(ExperimentId experiment) {
    return Navigation.linkToExperiment(experiment.value(), experiment);
  }

  private static Anchor download(String text, String address, String linkId) {
    var anchor = new Anchor(address);
    anchor.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(text));
    anchor.addClassName("button-link");
    anchor.setId(linkId);
    anchor.getElement().setAttribute("download", true);
    anchor.setRouterIgnore(true);
    return anchor;
  }

  private static Paragraph quiet(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassName("quiet");
    return paragraph;
  }

  private static Div section(String title, String sectionId) {
    var section = new Div(new H2(title));
    section.addClassName("card");
    section.setId(sectionId);
    return section;
  }

  private static void clear(Div section) {
    Component title = section.getComponentAt(0);
    section.removeAll();
    section.add(title);
  }
}
