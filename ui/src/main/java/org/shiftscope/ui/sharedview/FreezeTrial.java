package org.shiftscope.ui.sharedview;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.sharedview.SharedView.Section;

/** The sections of one trial: what happened, its figures and numbers, its experiment's spec. */
final class FreezeTrial {

  private FreezeTrial() {}

  static List<Section> sections(ReadExperiment read, Trial trial, TrialResult result) {
    KindPage page = KindPage.of(read.spec());
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "findings",
            "What was found",
            Stream.concat(
                    Stream.of(trial.sentence()),
                    result.certified().stream().map(FreezeExperiment::judged))
                .toList(),
            List.of(),
            new FreezeFigures().of("trial", page.figures(result)),
            List.of(),
            ""));
    sections.add(
        new Section(
            "numbers",
            "Numbers",
            List.of(),
            List.of(),
            List.of(),
            Stream.concat(
                    FreezeExperiment.tables("numbers", page.numbers(result)).stream(),
                    FreezeExperiment.evidence("numbers", result.certified()).stream())
                .toList(),
            ""));
    sections.addAll(FreezeExperiment.spec(read, page));
    return sections;
  }
}
