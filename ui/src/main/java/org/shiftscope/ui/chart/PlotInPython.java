package org.shiftscope.ui.chart;

import org.shiftscope.ui.wording.Notation;

/**
 * A Python script that draws a figure from its CSV with matplotlib: curves and bands as lines, dots
 * with their bars, histograms as steps, heat maps by colour. Only what the CSV and the script hold
 * is needed, so that a person can go on from there.
 */
public final class PlotInPython {

  private PlotInPython() {}

  /**
   * Writes it.
   *
   * @param file the name of the CSV
   */
  public static String of(Figure figure, String file) {
    boolean map = figure.layers().stream().anyMatch(Figure.HeatMap.class::isInstance);
    return """
        import csv
        import matplotlib
        matplotlib.rcParams.update({"font.family": "serif", "mathtext.fontset": "cm", "figure.figsize": (4.5, 3.2)})
        import matplotlib.pyplot as plt

        def number(text):
            return float(text) if text else float("nan")

        layers = {}
        with open(%s, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                layers.setdefault(row["layer"], []).append(row)
        drawn_as = %s
        fig, ax = plt.subplots()
        for name, rows in layers.items():
            x = [number(row["x"]) for row in rows]
            y = [number(row["y"]) for row in rows]
        %sax.set_xlabel(%s)
        ax.set_ylabel(%s)
        %s%sax.set_title(%s, fontsize="medium")
        %sfig.tight_layout()
        fig.savefig(%s)
        """
        .formatted(
            text(file),
            kinds(figure),
            map ? MAP : LAYERS,
            text(Notation.plain(figure.x().title())),
            text(Notation.plain(figure.y().title())),
            figure.x().logarithmic() ? "ax.set_xscale(\"log\")\n" : "",
            figure.y().logarithmic() ? "ax.set_yscale(\"log\")\n" : "",
            text(Notation.plain(figure.caption().title())) + without(figure),
            map ? "" : "ax.legend(fontsize=\"small\")\n",
            text(file.replaceFirst("\\.csv$", "") + ".pdf"));
  }

  private static final String MAP =
      """
          z = [number(row["value"]) for row in rows]
          drawn = ax.tricontourf(x, y, z, 20)
          fig.colorbar(drawn, ax=ax)
      """;

  private static final String LAYERS =
      """
          bars = [number(row["error"]) for row in rows]
          how = drawn_as.get(name, "line")
          if how == "dots":
              ax.errorbar(x, y, yerr=bars, fmt="o", markersize=3, capsize=2, label=name)
          elif how == "steps":
              ax.step(x, y, where="mid", label=name)
          else:
              ax.plot(x, y, "--" if how == "dashed" else "-", label=name)
      """;

  /** A second line of the title. */
  private static String without(Figure figure) {
    return figure.without().isEmpty() ? "" : " \"\\n\" " + text(figure.without().sentence());
  }

  private static String kinds(Figure figure) {
    var kinds = new StringBuilder("{");
    for (Figure.Layer layer : figure.layers()) {
      kinds
          .append(kinds.length() == 1 ? "" : ", ")
          .append(text(Notation.plain(layer.title())))
          .append(": \"")
          .append(DrawnAs.of(layer))
          .append('"');
    }
    return kinds.append('}').toString();
  }

  private static String text(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + '"';
  }
}
