package org.shiftscope.ui.sharedview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.claims.JudgedExperiments;
import org.shiftscope.ui.comparison.ReadComparison;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.sharedview.SharedView.Of;
import org.shiftscope.ui.sharedview.SharedView.Section;
import org.shiftscope.ui.sharing.FreezeView;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.Words;

/**
 * Freezes what is stored, by the same functions that the pages draw.
 *
 * @param experiments the front door
 * @param product the version of Shiftscope
 * @param commit the commit of its sources
 * @param clock tells when
 */
public record FreezeStored(Experiments experiments, String product, String commit, Clock clock)
    implements FreezeView {

  @Override
  public Frozen freeze(WhatIsShared what, String note, Optional<String> author) {
    List<ReadExperiment> read =
        IntStream.range(0, what.experiments().size())
            .mapToObj(
                i ->
                    ReadExperiment.of(
                        experiments,
                        what.experiments().get(i),
                        "experiments[" + i + "]",
                        what.include()))
            .toList();
    Shown shown =
        switch (what.subject()) {
          case EXPERIMENT -> experiment(read.getFirst(), what.scatter());
          case TRIAL -> trial(read.getFirst(), what.trial().orElseThrow());
          case COMPARISON -> comparison(what);
          case CLAIMS -> claims(what, read);
        };
    SharedView view =
        new SharedView(
            what.subject().id(),
            shown.title(),
            shown.line(),
            read.stream()
                .map(each -> new Of(each.summary().id().value(), each.summary().title()))
                .toList(),
            product,
            commit,
            clock.instant(),
            asOf(read),
            author,
            "",
            note.strip(),
            shown.sections());
    List<Figure> figures =
        view.figures().stream().map(each -> new Figure(each.id(), each.title())).toList();
    return new Frozen(shown.title(), PackShare.of(view, shown.data(), read), figures);
  }

  /** What differs between the subjects. {@code data}: what else is downloaded. */
  private record Shown(String title, String line, List<Section> sections, WriteSharedData data) {}

  private static Shown experiment(ReadExperiment read, ScatterChoice scatter) {
    return new Shown(
        read.summary().title(),
        KindPage.of(read.spec()).words().line(),
        new FreezeExperiment(read, scatter).sections(),
        WriteSharedData.withTrials(trial -> true));
  }

  private static Shown trial(ReadExperiment read, int number) {
    Trial trial =
        read.results().trials().stream()
            .filter(each -> each.number() == number)
            .findFirst()
            .orElseThrow(
                () ->
                    ReadExperiment.refused(
                        "trial",
                        "must be the number of a trial, from 0 to "
                            + (read.spec().trialCount() - 1),
                        String.valueOf(number)));
    TrialResult result =
        trial
            .result()
            .orElseThrow(
                () ->
                    ReadExperiment.refused(
                        "trial",
                        "must be a trial that has a result",
                        number + ", which is " + trial.state().id()));
    return new Shown(
        "Trial " + number + " of “" + read.summary().title() + "”",
        read.spec().trialLabel(number) + " · " + KindPage.of(read.spec()).words().line(),
        FreezeTrial.sections(read, trial, result),
        WriteSharedData.withTrials(each -> each == number));
  }

  private Shown comparison(WhatIsShared what) {
    ReadComparison read = ReadComparison.of(experiments, what.experiments());
    ExperimentComparison found =
        read.comparison()
            .orElseThrow(
                () ->
                    ReadExperiment.refused(
                        "experiments",
                        "must be two or more that can be compared. " + read.leftOut(),
                        ""));
    return new Shown(
        "Comparison with “" + found.reference().name() + "”",
        Words.count(read.compared().size(), "experiment") + " at equal temperature",
        new FreezeComparison(found).sections(read.leftOut()),
        WriteSharedData.with("comparison", ResultJson.toJson(found)));
  }

  private Shown claims(WhatIsShared what, List<ReadExperiment> read) {
    JudgedExperiments judged = JudgedExperiments.read(experiments, what.experiments());
    return new Shown(
        "The paper's claims, judged by " + named(read),
        Words.count(read.size(), "experiment"),
        FreezeClaims.sections(judged.claims(), judged.leftOut()),
        WriteSharedData.with("claims", ResultJson.toJson(judged.claims())));
  }

  private static String named(List<ReadExperiment> read) {
    return read.size() == 1
        ? "“" + read.getFirst().summary().title() + "”"
        : Words.count(read.size(), "experiment");
  }

  /** What had not ended, a sentence. */
  private static String asOf(List<ReadExperiment> read) {
    List<String> parts = new ArrayList<>();
    read.stream()
        .map(ReadExperiment::summary)
        .filter(each -> !each.state().ended())
        .forEach(
            each ->
                parts.add(
                    "“"
                        + each.title()
                        + "” had "
                        + each.progress().ended()
                        + " of its "
                        + Words.count(each.progress().trials(), "trial")
                        + " behind it"));
    return parts.isEmpty()
        ? ""
        : parts.stream().collect(Collectors.joining("; ", "As of this moment: ", "."));
  }
}
