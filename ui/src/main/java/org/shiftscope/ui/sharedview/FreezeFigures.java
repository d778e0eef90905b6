package org.shiftscope.ui.sharedview;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.shiftscope.ui.chart.DrawFigure;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.ShareRange;
import org.shiftscope.ui.sharedview.SharedView.SharedFigure;

/** Figures of the pages as those of one shared view, each under a name of its own. */
final class FreezeFigures {

  private final Set<String> taken = new HashSet<>();

  /** Those that are seen together in a section. */
  List<SharedFigure> of(String section, List<Figure> figures) {
    return ShareRange.of(figures).stream().map(figure -> of(section, figure)).toList();
  }

  private SharedFigure of(String section, Figure figure) {
    String id = taken.add(figure.id()) ? figure.id() : section + "-" + figure.id();
    taken.add(id);
    Figure.Caption caption = figure.caption();
    return new SharedFigure(
        id,
        caption.title(),
        caption.formula(),
        caption.sentence(),
        figure.compares(),
        DrawFigure.option(figure, OptionalInt.empty()),
        FreezeTable.of("numbers-" + id, figure));
  }
}
