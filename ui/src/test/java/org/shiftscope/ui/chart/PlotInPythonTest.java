package org.shiftscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.result.Series;

/** The script for matplotlib is Python, and draws where matplotlib is. */
class PlotInPythonTest {

  @TempDir Path folder;

  private static Figure figure(boolean map) {
    Series x = Series.of(1, 2, 3);
    return new Figure(
        new Figure.Caption("one", "A \"title\" \\ of θ_te", "", "A sentence."),
        FigureAxis.logarithmic("T"),
        FigureAxis.linear("L_te"),
        map
            ? List.of(
                new Figure.HeatMap(
                    "Map", Series.of(1, 2), Series.of(1, 2), Series.of(1, 2, 3, 5), false))
            : List.of(
                new Figure.Curve("Curve, θ_te", 0, Figure.Stroke.DASHED, x, x),
                new Figure.Histogram("Bins", 1, Series.of(1, 2, 3), Series.of(4, 5), 0),
                new Figure.Dots("Dots", 2, Points.at(x, x, Series.of(0.1, 0.2, 0.3), "an error"))),
        List.of());
  }

  @Test
  void itNamesItsCsvAndHowEachLayerIsDrawn() {
    assertThat(PlotInPython.of(figure(false), "a-one.csv"))
        .contains(
            "open(\"a-one.csv\"",
            "{\"Curve, θₜₑ\": \"dashed\", \"Bins\": \"steps\", \"Dots\": \"dots\"}",
            "ax.set_xscale(\"log\")",
            "fig.savefig(\"a-one.pdf\")");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void pythonReadsIt(boolean map) throws Exception {
    assumeTrue(runs("python3", "--version"), "python3 is there");
    Figure figure = figure(map);
    Path script = folder.resolve("a-one.py");
    Files.writeString(script, PlotInPython.of(figure, "a-one.csv"));
    Files.write(
        folder.resolve("a-one.csv"), TableFormat.CSV.write(FigureNumbers.of(figure).table("one")));
    assertThat(runs("python3", "-m", "py_compile", script.toString())).isTrue();
    if (runs("python3", "-c", "import matplotlib")) {
      assertThat(runs("python3", script.toString())).isTrue();
      assertThat(Files.readString(folder.resolve("a-one.pdf"), StandardCharsets.ISO_8859_1))
          .startsWith("%PDF");
    }
  }

  private boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start().waitFor()
          == 0;
    } catch (IOException none) {
      return false;
    }
  }
}
