package org.shiftscope.ui.launch;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.data.DatasetUnavailable;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.estimate.NotEnoughMemory;
import org.shiftscope.compute.estimate.SayTime;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.kind.AnswerInTurn.NoAnswer;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.news.LatestQuestion;
import org.shiftscope.ui.wording.FormatNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an experiment will cost, measured by timed steps once a person pauses. One measurement at a
 * time for the whole server, since two would slow each other; one that a newer change has overtaken
 * is skipped.
 */
final class EstimatePanel extends Section {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(EstimatePanel.class);
  private static final long PAUSE_MILLIS = 800;

  /** REST measures too, in turn. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Executor ONE_AT_A_TIME =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("estimate").factory());

  private final Backend backend;
  private final Div body = new Div();
  private final LatestQuestion latest = new LatestQuestion();
  private @Nullable ExperimentSpec shown;

  EstimatePanel(Backend backend) {
    this.backend = backend;
    addClassNames("card", "estimate");
    setId("estimate");
    body.getElement().setAttribute("aria-live", "polite");
    add(new H2("Estimate"), body);
    showSentence("Fill in the form to see what it will cost.");
  }

  /** Measures a spec, or says that there is none to measure yet. */
  void measure(Optional<ExperimentSpec> spec) {
    if (spec.isEmpty()) {
      latest.next();
      shown = null;
      showSentence("No estimate while a field has a problem.");
    } else if (!spec.get().equals(shown)) {
      shown = spec.get();
      measureAfterPause(spec.get());
    }
  }

  private void measureAfterPause(ExperimentSpec spec) {
    long number = latest.next();
    UI ui = UI.getCurrent();
    showMeasuring();
    CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, ONE_AT_A_TIME)
        .execute(
            () -> {
              if (latest.is(number)) {
                latest.show(ui, number, answer(spec));
              }
            });
  }

  /** Runs off the page's thread. */
  private Runnable answer(ExperimentSpec spec) {
    try {
      Estimate estimate = backend.estimates().estimate(spec, PATIENCE);
      return () -> showEstimate(estimate);
    } catch (DatasetUnavailable | InvalidSpec | NoAnswer | NotEnoughMemory refused) {
      return () -> showProblem(String.valueOf(refused.getMessage()));
    } catch (RuntimeException e) {
      LOG.error("The cost of {} could not be estimated", spec, e);
      return () -> showProblem("The estimate failed: " + e + ". The server's log says more.");
    }
  }

  private void showMeasuring() {
    var bar = new ProgressBar();
    bar.setIndeterminate(true);
    bar.getElement().setAttribute("aria-label", "Measuring");
    var sentence =
        new Paragraph("Measuring a few real steps, once those who asked before are answered …");
    sentence.addClassName("quiet");
    show("measuring", sentence, bar);
  }

  private void showSentence(String sentence) {
    var paragraph = new Paragraph(sentence);
    paragraph.addClassName("quiet");
    show("empty", paragraph);
  }

  private void showProblem(String sentence) {
    var paragraph = new Paragraph(sentence);
    paragraph.addClassName("problem");
    show("problem", paragraph);
  }

  private void showEstimate(Estimate estimate) {
    var list = new DescriptionList();
    add(list, "Expected time", SayTime.about(estimate.total()));
    add(list, "Longest trial", SayTime.about(estimate.longestTrial()));
    add(list, "Trials", FormatNumber.whole(estimate.trials()));
    if (estimate.sgdEpochs() > 0) {
      add(list, "SGD epochs", FormatNumber.whole(Math.round(estimate.sgdEpochs())));
    }
    add(list, "Memory", FormatNumber.bytes(estimate.memoryBytes()));
    add(list, "Speed", say(estimate.speed()));
    list.getElement().setAttribute("aria-label", estimate.sentence());
    show("measured", list);
  }

  private static String say(Speed speed) {
    return FormatNumber.whole(Math.round(speed.perSecond())) + " " + speed.unit().title();
  }

  private void show(String state, com.vaadin.flow.component.Component... parts) {
    body.removeAll();
    body.add(parts);
    getElement().setAttribute("data-state", state);
  }

  private static void add(DescriptionList list, String term, String description) {
    list.add(new DescriptionList.Term(term), new DescriptionList.Description(description));
  }
}
