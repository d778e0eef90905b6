package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.function.ValueProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.FormatTime;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.StateBadge;

/** A row for each trial, with some of its numbers. */
final class TrialGrid extends Grid<Trial> {

  private static final long serialVersionUID = 1L;
  private static final int ROWS_WITHOUT_SCROLLING = 40;

  /** Those that neither the state nor the points tell. */
  private static final Set<Remark> MARKED =
      EnumSet.of(
          Remark.LEFT_OUT,
          Remark.CAPPED,
          Remark.STILL_FALLING,
          Remark.HARDLY_TRAINED,
          Remark.NOT_ARRIVED);

  /** A cell with the focus does on Enter what a click on it does. */
  private static final String ENTER_CLICKS =
      """
      this.addEventListener('keydown', event => {
        const cell = event.composedPath()[0];
        const within = cell._content?.querySelector('vaadin-checkbox, vaadin-button'); // which Enter goes into
        if (event.key === 'Enter' && !within && cell.closest?.('tbody')) cell.click();
      }, true)
      """;

  private final transient ExperimentSpec spec;
  private final transient IntFunction<List<Remark>> remarks;
  private final transient Clock clock;

  /** Hears that a person leaves a trial out, or takes it back. */
  @FunctionalInterface
  interface Count {
    void set(int trial, boolean counts);
  }

  /**
   * A table without rows yet.
   *
   * @param remarks what there is to say of a trial by its number
   * @param count hears which trials are to count
   * @param move pauses, resumes or retries a trial, by its state; empty for who may not
   */
  TrialGrid(
      ExperimentSpec spec,
      List<TrialColumn> measured,
      IntFunction<List<Remark>> remarks,
      Clock clock,
      Count count,
      Optional<Consumer<Trial>> move) {
    this.spec = spec;
    this.remarks = remarks;
    this.clock = clock;
    setId("trials");
    addThemeVariants(
        GridVariant.LUMO_NO_BORDER,
        GridVariant.LUMO_ROW_STRIPES,
        GridVariant.LUMO_WRAP_CELL_CONTENT);
    setAllRowsVisible(spec.trialCount() <= ROWS_WITHOUT_SCROLLING);
    setSelectionMode(SelectionMode.NONE);
    getElement().executeJs(ENTER_CLICKS);
    number("Trial", "4.5rem", Trial::number, trial -> Integer.toString(trial.number()));
    spec.axes().all().forEach(this::coordinate);
    addComponentColumn(trial -> counts(trial, count))
        .setHeader("Counts")
        .setWidth("5rem")
        .setFlexGrow(0);
    addComponentColumn(this::marked)
        .setKey("State")
        .setHeader("State")
        .setComparator(
            Comparator.comparing(trial -> marked(trial).getElement().getTextRecursively()))
        .setWidth("8rem")
        .setFlexGrow(0);
    move.ifPresent(
        change ->
            addComponentColumn(trial -> mover(trial, change))
                .setKey("Queue")
                .setHeader("Queue")
                .setWidth("5rem")
                .setFlexGrow(0));
    if (KindPage.of(spec).certifies()) {
      addComponentColumn(TrialGrid::points)
          .setKey("Points")
          .setHeader("Points")
          .setComparator(Comparator.comparing(TrialGrid::grades))
          .setWidth("12.5rem")
          .setFlexGrow(0);
    }
    measured.forEach(this::measured);
    number("Duration", "6.5rem", this::seconds, this::duration);
    addColumn(trial -> Notation.plain(whatHappened(trial)))
        .setHeader("What happened")
        .setWidth("26rem")
        .setFlexGrow(1);
  }

  /** Orders it as chosen; where the column is not there, by trial. */
  void order(TableChoice choice) {
    Column<Trial> column = getColumnByKey(choice.sorted());
    sort(
        column == null
            ? List.of()
            : List.of(
                new GridSortOrder<>(
                    column,
                    choice.largestFirst() ? SortDirection.DESCENDING : SortDirection.ASCENDING)));
  }

  private static String whatHappened(Trial trial) {
    return trial.sentence();
  }

  /** What sets trials apart: Temperature, Batch size. */
  private void coordinate(Axis axis) {
    number(
        axis.title(),
        axis.name().equals(Axis.TEMPERATURE) ? "7.5rem" : "5.5rem",
        trial -> coordinate(trial, axis.name()).doubleValue(),
        trial -> say(coordinate(trial, axis.name())));
  }

  private Number coordinate(Trial trial, String name) {
    return spec.coordinates(trial.number()).getOrDefault(name, Double.NaN);
  }

  private static String say(Number value) {
    return value instanceof Double number
        ? number.isNaN() ? "" : FormatNumber.significant(number)
        : Long.toString(value.longValue());
  }

  private void measured(TrialColumn column) {
    number(
        column.head(),
        "6.5rem",
        trial -> of(trial, column),
        trial ->
            Double.isNaN(of(trial, column)) ? "" : FormatNumber.significant(of(trial, column)));
  }

  private void number(
      String head, String width, ToDoubleFunction<Trial> order, ValueProvider<Trial, String> text) {
    var title = new Span();
    title.addClassName("symbol");
    Notation.show(title, head);
    addColumn(text)
        .setKey(head)
        .setHeader(title)
        .setComparator(Comparator.comparingDouble(order))
        .setTextAlign(ColumnTextAlign.END)
        .setWidth(width)
        .setFlexGrow(0);
  }

  private static double of(Trial trial, TrialColumn column) {
    return trial.result().map(column.value()::applyAsDouble).orElse(Double.NaN);
  }

  private Checkbox counts(Trial trial, Count count) {
    var counts = new Checkbox(!remarks.apply(trial.number()).contains(Remark.LEFT_OUT));
    counts.setAriaLabel("Trial " + trial.number() + " counts");
    counts.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            count.set(trial.number(), event.getValue());
          }
        });
    return counts;
  }

  /** The button that pauses, resumes or retries a trial; one with a result has none. */
  private static Component mover(Trial trial, Consumer<Trial> change) {
    return switch (trial.state()) {
      case QUEUED, RUNNING -> mover(trial, "Pause", VaadinIcon.PAUSE, change);
      case PAUSED -> mover(trial, "Resume", VaadinIcon.PLAY, change);
      case FAILED, CANCELLED -> mover(trial, "Retry", VaadinIcon.REFRESH, change);
      case FINISHED -> new Span();
    };
  }

  private static Button mover(Trial trial, String verb, VaadinIcon icon, Consumer<Trial> change) {
    var button = new Button(icon.create(), click -> change.accept(trial));
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
    button.setAriaLabel(verb + " trial " + trial.number());
    button.setTooltipText(verb);
    return button;
  }

  /** The state, and below it what the findings say of its SGD. */
  private Component marked(Trial trial) {
    var cell = new Div(state(trial));
    remarks.apply(trial.number()).stream()
        .filter(MARKED::contains)
        .map(TrialGrid::mark)
        .forEach(cell::add);
    return cell;
  }

  private static Div mark(Remark remark) {
    var mark = new Div(remark.id().replace('-', ' '));
    mark.addClassName("quiet");
    mark.getElement().setAttribute("data-remark", remark.id());
    return mark;
  }

  private static Component state(Trial trial) {
    return switch (trial.state()) {
      case RUNNING -> {
        var text = new Span(trial.phase());
        text.addClassName("quiet");
        var bar = new ProgressBar(0, 1, Math.clamp(trial.fraction(), 0, 1));
        bar.getElement().setAttribute("aria-label", "Progress of trial " + trial.number());
        var running = new Div(text, bar);
        running.addClassName("trial-running");
        yield running;
      }
      case FINISHED ->
          trial
              .result()
              .map(result -> StateBadge.of(result.outcome()))
              .orElseGet(() -> StateBadge.of(trial.state()));
      case QUEUED -> {
        var text = new Div(trial.phase()); // below: what it waits for, but for a worker
        text.addClassName("quiet");
        yield trial.phase().isEmpty()
            ? StateBadge.of(trial.state())
            : new Div(StateBadge.of(trial.state()), text);
      }
      case PAUSED -> {
        var text = new Div(Math.round(100 * trial.fraction()) + " % done");
        text.addClassName("quiet");
        yield new Div(StateBadge.of(trial.state()), text);
      }
      case FAILED, CANCELLED -> StateBadge.of(trial.state());
    };
  }

  /** A badge for each point that was judged. */
  private static Component points(Trial trial) {
    var badges = new Div();
    badges.addClassName("trial-points");
    certified(trial).forEach(point -> badges.add(StateBadge.of(point)));
    return badges;
  }

  /** From minima to points that are none. */
  private static String grades(Trial trial) {
    return certified(trial).stream()
        .map(point -> Integer.toString(point.certificate().grade().ordinal()))
        .collect(Collectors.joining());
  }

  private static List<CertifiedPoint> certified(Trial trial) {
    return trial.result().map(TrialResult::certified).orElse(List.of());
  }

  private double seconds(Trial trial) {
    return trial
        .started()
        .map(start -> Duration.between(start, trial.ended().orElseGet(clock::instant)))
        .map(took -> took.toMillis() / 1e3)
        .orElse(-1.0);
  }

  private String duration(Trial trial) {
    double seconds = seconds(trial);
    return seconds < 0 ? "" : FormatTime.duration(Duration.ofMillis(Math.round(seconds * 1e3)));
  }
}
