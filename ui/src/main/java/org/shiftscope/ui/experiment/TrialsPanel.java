package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Notation;

/** The table of all trials, or of their means by temperature. A click or Enter opens a trial. */
final class TrialsPanel extends Div {

  private static final long serialVersionUID = 1L;

  private final transient ExperimentId id;
  private final transient ExperimentSpec spec;
  private final transient List<TrialColumn> all;
  private final transient Clock clock;
  private final transient Consumer<Selection> choose;
  private final LeftOutByHand byHand;
  private final transient Optional<Consumer<Trial>> move;
  private final transient List<Trial> items = new ArrayList<>();
  private final ListDataProvider<Trial> provider =
      new ListDataProvider<>(items) {
        private static final long serialVersionUID = 1L;

        @Override
        public Object getId(Trial trial) {
          return trial.number();
        }
      };
  private final MultiSelectComboBox<TrialColumn> columns = new MultiSelectComboBox<>();
  private final Checkbox grouped = new Checkbox("Mean ± standard deviation by temperature");
  private final Paragraph leftOut = new Paragraph();
  private final Div place = new Div();
  private transient @Nullable TrialGrid grid;
  private transient @Nullable TrialGroups groups;
  private transient List<TrialColumn> shown = List.of();
  private transient Optional<CountedTrials> sorted = Optional.empty();
  private transient Selection selection;

  TrialsPanel(
      ExperimentId id,
      ExperimentSpec spec,
      Clock clock,
      Selection start,
      LeftOutByHand leftOutByHand,
      Optional<Consumer<Trial>> move,
      Consumer<Selection> choose) {
    this.id = id;
    this.spec = spec;
    this.clock = clock;
    this.selection = start;
    this.byHand = leftOutByHand;
    this.move = move;
    this.choose = choose;
    all = KindPage.of(spec).columns();
    place.addClassName("trials");
    columns.setId("trial-columns");
    columns.setAriaLabel("Columns");
    columns.setPlaceholder("Columns");
    columns.setItems(all);
    columns.setItemLabelGenerator(column -> Notation.plain(column.head()));
    columns.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            chooseColumns(List.copyOf(event.getValue()));
          }
        });
    grouped.setId("group-trials");
    grouped.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            choose.accept(selection.with(selection.table().grouped(event.getValue())));
          }
        });
    var tools = new Div(columns, grouped);
    for (TableFormat format : TableFormat.values()) {
      tools.add(download(format));
    }
    tools.addClassName("trial-tools");
    leftOut.addClassName("note");
    add(tools, leftOut, place);
  }

  void show(Snapshot snapshot, Selection now) {
    selection = now;
    List<TrialColumn> wanted = chosen(now.table());
    columns.setValue(wanted);
    grouped.setValue(now.table().grouped());
    columns.setVisible(!now.table().grouped());
    if (!wanted.equals(shown) || now.table().grouped() != (groups != null) || grid == null) {
      shown = wanted;
      rebuild(now.table());
    }
    take(snapshot.trials(), snapshot.results().sorted());
    leftOut.setText(groups == null ? "" : LeftOut.say(snapshot.results()));
    leftOut.setVisible(!leftOut.getText().isEmpty());
    if (groups != null) {
      groups.show(snapshot.results());
    } else if (grid != null) {
      grid.setPartNameGenerator(
          trial -> now.trial().equals(OptionalInt.of(trial.number())) ? "chosen" : "");
      grid.order(now.table());
    }
  }

  private void rebuild(TableChoice choice) {
    place.removeAll();
    var rows = new TrialGrid(spec, shown, this::remarks, clock, this::count, move);
    grid = rows;
    groups = choice.grouped() ? new TrialGroups() : null;
    rows.setDataProvider(provider);
    rows.addItemClickListener(click -> choose.accept(selection.open(click.getItem().number())));
    rows.addSortListener(
        event -> {
          if (event.isFromClient()) {
            order(event.getSortOrder());
          }
        });
    place.add(groups == null ? rows : groups);
  }

  /** Changed trials alone, so that the table stays where a person has scrolled it. */
  private void take(List<Trial> trials, Optional<CountedTrials> now) {
    Optional<CountedTrials> before = sorted;
    sorted = now;
    if (items.size() != trials.size()) {
      items.clear();
      items.addAll(trials);
      provider.refreshAll();
    } else {
      for (int i = 0; i < trials.size(); i++) {
        boolean changed = !trials.get(i).equals(items.set(i, trials.get(i)));
        int number = trials.get(i).number();
        if (changed || !remarks(before, number).equals(remarks(number))) {
          provider.refreshItem(trials.get(i));
        }
      }
    }
  }

  private List<Remark> remarks(int trial) {
    return remarks(sorted, trial);
  }

  private static List<Remark> remarks(Optional<CountedTrials> sorted, int trial) {
    return sorted.map(all -> all.of(trial)).orElse(List.of());
  }

  /** Leaves a trial out of all means, or takes it back. */
  private void count(int trial, boolean counts) {
    if (counts) {
      byHand.takeBack(trial);
    } else {
      byHand.leaveOut(List.of(trial));
    }
  }

  private void order(List<GridSortOrder<Trial>> orders) {
    String head = orders.isEmpty() ? "" : orders.getFirst().getSorted().getKey();
    boolean largest =
        !orders.isEmpty() && orders.getFirst().getDirection() == SortDirection.DESCENDING;
    choose.accept(selection.with(selection.table().sortedBy(head == null ? "" : head, largest)));
  }

  private void chooseColumns(List<TrialColumn> wanted) {
    List<String> heads = all.stream().filter(wanted::contains).map(TrialColumn::head).toList();
    choose.accept(selection.with(selection.table().withColumns(heads)));
  }

  private List<TrialColumn> chosen(TableChoice choice) {
    return all.stream()
        .filter(
            column ->
                choice.columns().isEmpty()
                    ? column.first()
                    : choice.columns().contains(column.head()))
        .toList();
  }

  private Anchor download(TableFormat format) {
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  byte[] bytes =
                      format.write(TabulateTrials.of(spec, all, List.copyOf(items), this::remarks));
                  return new DownloadResponse(
                      new ByteArrayInputStream(bytes),
                      selection.include().leftOut().file(id + "-trials") + "." + format.id(),
                      format.contentType(),
                      bytes.length);
                }),
            format == TableFormat.CSV ? "All numbers (CSV)" : format.title());
    link.setId("trials-" + format.id());
    link.addClassName("button-link");
    link.setRouterIgnore(true);
    return link;
  }
}
