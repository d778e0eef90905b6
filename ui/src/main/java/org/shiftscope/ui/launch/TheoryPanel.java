package org.shiftscope.ui.launch;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.kind.AnswerInTurn;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.figure.FiguresPanel;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.Slide;
import org.shiftscope.ui.news.LatestQuestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What theory says of the spec in the form. It may take seconds, so it is computed off the page's
 * thread, in turn with all who ask; the figures of before stay meanwhile.
 */
final class TheoryPanel extends Div {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(TheoryPanel.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final transient AnswerInTurn turns;
  private final Paragraph note = new Paragraph();
  private final FiguresPanel figures = new FiguresPanel("shiftscope", trial -> {});
  private final LatestQuestion latest = new LatestQuestion();
  private transient @Nullable ExperimentSpec spec;
  private transient Told told = new Told(Optional.empty(), OptionalDouble.empty(), List.of());

  TheoryPanel(AnswerInTurn turns) {
    this.turns = turns;
    addClassName("theory");
    note.addClassName("quiet");
    note.setId("theory-note");
    note.getElement().setAttribute("aria-live", "polite");
    note.setVisible(false);
    add(note, figures);
  }

  /**
   * What is on the page.
   *
   * @param at the temperature looked at, where a person has chosen one
   */
  private record Told(Optional<Slide> slide, OptionalDouble at, List<Figure> figures) {}

  /** Shows what theory says of a spec, soon. */
  void show(ExperimentSpec asked) {
    if (!asked.equals(spec)) {
      spec = asked;
      ask(asked, told.at());
    }
  }

  private void ask(ExperimentSpec asked, OptionalDouble temperature) {
    long number = latest.next();
    UI ui = UI.getCurrent();
    Told before = told;
    say("Computing what theory says …");
    Thread.ofVirtual()
        .start(() -> latest.show(ui, number, answer(asked, temperature, before, number)));
  }

  /** Runs off the page's thread. */
  private Runnable answer(
      ExperimentSpec asked, OptionalDouble temperature, Told before, long number) {
    try {
      Told now =
          turns.answer(
              PATIENCE, () -> latest.is(number) ? compute(asked, temperature, before) : before);
      return () -> draw(asked, now);
    } catch (NoAnswer | NotEnoughMemory refused) {
      return () -> say("No figures of this. " + refused.getMessage());
    } catch (RuntimeException e) {
      LOG.error("What theory says of {} could not be computed", asked, e);
      return () ->
          say("No figures of this: they could not be computed. The server's log says why.");
    }
  }

  /** The chosen temperature stays while the range does. */
  private static Told compute(ExperimentSpec asked, OptionalDouble temperature, Told before) {
    FigureTab tab = KindPage.of(asked).tabs().getFirst();
    OptionalDouble at = tab.slide().equals(before.slide()) ? temperature : OptionalDouble.empty();
    return new Told(tab.slide(), at, tab.figures().of(at, Results.none()));
  }

  private void draw(ExperimentSpec asked, Told now) {
    told = now;
    note.setVisible(false);
    figures.show(
        new FigureTab(
            "theory", "Theory", now.slide(), (temperature, none) -> figuresAt(asked, temperature)),
        Results.none(),
        OptionalInt.empty());
  }

  /** The figures of before, until those of the temperature that a person slid to are there. */
  private List<Figure> figuresAt(ExperimentSpec asked, OptionalDouble temperature) {
    if (!temperature.equals(told.at())) {
      ask(asked, temperature);
    }
    return told.figures();
  }

  private void say(String sentence) {
    note.setText(sentence);
    note.setVisible(true);
  }
}
