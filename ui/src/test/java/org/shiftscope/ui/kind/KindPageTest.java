package org.shiftscope.ui.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.chart.DrawFigure;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.wording.Notation;

class KindPageTest {

  static List<Preset> presets() {
    return Presets.all();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void noTextOfAPresetsPageHasARawSymbol(Preset preset) {
    KindPage kind = KindPage.of(preset.spec());
    List<Figure> figures =
        kind.tabs().stream()
            .flatMap(tab -> tab.figures().of(OptionalDouble.empty(), Results.none()).stream())
            .toList();
    Stream<String> words =
        Stream.concat(
            Stream.of(kind.words().line(), kind.words().explanation()),
            kind.columns().stream().map(TrialColumn::head));
    assertThat(words.map(Notation::plain)).allSatisfy(KindPageTest::isTypeset);
    assertThat(figures).allSatisfy(KindPageTest::isTypeset);
  }

  @Test
  void noTextOfASweepsResultHasARawSymbol() {
    var sweep = Planted.sweep("Sweep", List.of(0.01, 0.02), 1);
    var result = Planted.measurement(2, 0.3, Outcome.MEASURED);
    List<Trial> trials = List.of(Planted.finished(0, result), Planted.finished(1, result));
    KindPage kind = KindPage.of(sweep);
    List<Figure> figures =
        Stream.concat(
                kind.tabs().stream()
                    .flatMap(
                        tab ->
                            tab
                                .figures()
                                .of(OptionalDouble.empty(), Planted.results(sweep, trials))
                                .stream()),
                kind.figures(result).stream())
            .toList();
    assertThat(figures).hasSize(7).allSatisfy(KindPageTest::isTypeset);
  }

  private static void isTypeset(Figure figure) {
    isTypeset(DrawFigure.option(figure, OptionalInt.empty()).toString());
    isTypeset(csv(figure));
    isTypeset(Notation.plain(figure.caption().title()));
    isTypeset(Notation.plain(figure.caption().sentence()));
  }

  private static void isTypeset(String text) {
    assertThat(text).doesNotContain("_te", "_tr", "^").doesNotContainPattern("[θκLwvCJ]_");
  }

  private static String csv(Figure figure) {
    return new String(
        TableFormat.CSV.write(FigureNumbers.of(figure).table("numbers")), StandardCharsets.UTF_8);
  }
}
