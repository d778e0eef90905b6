package org.shiftscope.ui.sharedview;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;
import org.shiftscope.ui.sharing.ShareSubject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page as it was when it was shared: neutral of how it is drawn, and complete, so that a later
 * version shows it without the experiment. Its words may hold symbols as {@link
 * org.shiftscope.ui.wording.Notation} reads them. A field that is added gets a default in its
 * record's constructor; what would be misread raises the version.
 *
 * @param subject what it is of: experiment, trial, comparison or claims
 * @param title its title
 * @param line what it is of, in a line
 * @param experiments those that it is of
 * @param product the version of Shiftscope that made it
 * @param commit the commit of its sources, or what stands for one; empty where it was not noted yet
 * @param made when
 * @param asOf where the experiments stood then, a sentence where one had not ended; else empty
 * @param author who shared it, where that is known
 * @param note what the author says of it, plain text, where it was shared before notes were
 *     Markdown; else empty
 * @param markdown what the author says of it, in Markdown; empty for nothing
 * @param sections what it shows, in order
 */
@Id("shared-view")
public record SharedView(
    String subject,
    String title,
    String line,
    List<Of> experiments,
    String product,
    String commit,
    Instant made,
    String asOf,
    Optional<String> author,
    String note,
    String markdown,
    List<Section> sections) {

  /** Fills in what documents of earlier versions do not have. */
  public SharedView {
    commit = Objects.requireNonNullElse(commit, "");
    markdown = Objects.requireNonNullElse(markdown, "");
    experiments = List.copyOf(experiments);
    sections = List.copyOf(sections);
  }

  /** The name of the section that tells what was found. */
  static final String FINDINGS = "findings";

  /** An experiment by its id and title then. */
  public record Of(String id, String title) {}

  /**
   * What stands under one heading.
   *
   * @param id its name in the page
   * @param title the heading
   * @param sentences what was found
   * @param remarks what is to be minded
   * @param text verbatim text, as JSON; empty for none
   */
  public record Section(
      String id,
      String title,
      List<String> sentences,
      List<String> remarks,
      List<SharedFigure> figures,
      List<SharedTable> tables,
      String text) {
    public Section {
      sentences = List.copyOf(sentences);
      remarks = List.copyOf(remarks);
      figures = List.copyOf(figures);
      tables = List.copyOf(tables);
    }
  }

  /**
   * A figure.
   *
   * @param id its name in the page and in addresses, unique in the view
   * @param title what is drawn
   * @param formula the formula that it draws, as LaTeX; empty for none
   * @param sentence what it shows
   * @param square whether both axes are the same
   * @param option the ECharts option, with what EChart adds to it
   * @param numbers what is drawn
   */
  public record SharedFigure(
      String id,
      String title,
      String formula,
      String sentence,
      boolean square,
      ObjectNode option,
      SharedTable numbers) {}

  /**
   * A table.
   *
   * @param id its name in the page and in addresses, unique in the view
   * @param title what it is of; empty where its place says it
   * @param rows cells, each a number without loss, a text, or null for a number that is not there
   * @param note what is to be known of all of it; empty for nothing
   */
  public record SharedTable(
      String id, String title, List<Column> columns, List<List<JsonNode>> rows, String note) {
    public SharedTable {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A column.
   *
   * @param head its head
   * @param shown whether the page shows it; what is downloaded has all
   */
  public record Column(String head, boolean shown) {}

  /**
   * Whether the first sentence of a section leads the others: of an experiment's findings. What was
   * shared before these were a list has them as one, and nothing follows it.
   */
  public boolean leads(Section section) {
    return subject.equals(ShareSubject.EXPERIMENT.id())
        && section.id().equals(FINDINGS)
        && section.sentences().size() > 1;
  }

  /** All tables, those of figures too, in order. */
  public List<SharedTable> tables() {
    return sections.stream()
        .flatMap(
            section ->
                java.util.stream.Stream.concat(
                    section.figures().stream().map(SharedFigure::numbers),
                    section.tables().stream()))
        .toList();
  }

  /** All figures, in order. */
  public List<SharedFigure> figures() {
    return sections.stream().flatMap(section -> section.figures().stream()).toList();
  }
}
