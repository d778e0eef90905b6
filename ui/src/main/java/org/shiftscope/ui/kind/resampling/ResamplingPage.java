package org.shiftscope.ui.kind.resampling;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.ResamplingFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Resampling;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.form.FieldSection;
import org.shiftscope.ui.kind.FigureTab;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.KindWords;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.kind.Origins;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.kind.sweep.SweepPage;
import org.shiftscope.ui.wording.Words;

/**
 * Resampling on the pages. Its trials are shown as those of a temperature sweep, which they are.
 */
public record ResamplingPage(Resampling resampling) implements KindPage {

  @Override
  public KindWords words() {
    return new KindWords(
        "Resampling",
        "Resampling trains the network on samples drawn anew: shuffled and split again, against the"
            + " given split, and in smaller numbers. It asks whether the shift comes from another"
            + " distribution of the test samples, or from finite samples.",
        resampling.dataset().name().title()
            + " · "
            + Words.network(resampling.network())
            + " · "
            + studies()
            + " × "
            + Words.count(resampling.seeds().values().size(), "seed"));
  }

  private String studies() {
    return Stream.of(
            resampling.shuffle().map(_ -> "given and shuffled"),
            resampling.sizes().map(sizes -> Words.count(sizes.values().size(), "sample size")))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<FieldSection> sections() {
    return ResamplingFields.sections();
  }

  @Override
  public List<TrialColumn> columns() {
    return asSweep().columns();
  }

  @Override
  public boolean certifies() {
    return true;
  }

  @Override
  public List<FigureTab> tabs() {
    return Stream.of(resampling.shuffle().map(_ -> shuffle()), resampling.sizes().map(_ -> sizes()))
        .flatMap(Optional::stream)
        .toList();
  }

  private FigureTab shuffle() {
    return new FigureTab(
        "shuffle",
        "Given and shuffled",
        Optional.empty(),
        (_, results) ->
            found(results)
                .flatMap(ResamplingFindings::shuffle)
                .map(found -> ShuffleFigures.of(found, new Origins(resampling, results)))
                .orElse(List.of()),
        results ->
            found(results)
                .flatMap(ResamplingFindings::shuffle)
                .map(ShuffleTable::of)
                .orElse(List.of()));
  }

  private FigureTab sizes() {
    return new FigureTab(
        "sizes",
        "Sample sizes",
        Optional.empty(),
        (_, results) ->
            found(results)
                .flatMap(ResamplingFindings::sizes)
                .map(found -> SizeFigures.of(found, new Origins(resampling, results)))
                .orElse(List.of()),
        results ->
            found(results).flatMap(ResamplingFindings::sizes).map(SizeTable::of).orElse(List.of()));
  }

  private static Optional<ResamplingFindings> found(Results results) {
    return results
        .findings()
        .map(ResamplingFindings.class::cast)
        .filter(found -> !found.trials().counted().isEmpty());
  }

  private SweepPage asSweep() {
    return new SweepPage(resampling.sweep(0));
  }

  @Override
  public List<Figure> figures(TrialResult result) {
    return asSweep().figures(result);
  }

  @Override
  public List<NumberTable> numbers(TrialResult result) {
    return asSweep().numbers(result);
  }
}
