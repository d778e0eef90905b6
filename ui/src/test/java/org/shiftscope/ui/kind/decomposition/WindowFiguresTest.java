package org.shiftscope.ui.kind.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.Decomposition.Arrival;
import org.shiftscope.compute.result.Decomposition.Change;
import org.shiftscope.compute.result.Decomposition.Part;
import org.shiftscope.compute.result.Decomposition.ProjectedShift;
import org.shiftscope.compute.result.Decomposition.Verdict;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.kind.NumberTable;

/** What a decomposed trial shows. */
class WindowFiguresTest {

  private static final Decomposition FOUND = planted();

  /** The test loss 0.1, then −0.02, 0.05, 0.01, 0.03 and 0.04. */
  private static Decomposition planted() {
    var change = new Change(0, 1, true);
    return new Decomposition(
        "Found.",
        new Decomposition.Window(8, 80, 8, 0.1, 2, 1, 1),
        part(0.1),
        part(-0.03),
        part(0.01),
        part(0.05),
        part(0.01),
        part(0.03),
        part(0.04),
        part(0.21),
        part(0.215),
        part(0.005),
        0.2,
        0.2,
        Verdict.WITHIN_ERROR,
        4,
        Series.of(new double[8]),
        new Arrival(true, "Stationary.", change, change, change, 1, 1, true, part(1), part(1)),
        Optional.empty());
  }

  private static Part part(double value) {
    return new Part(value, 1e-3);
  }

  @Test
  void eachTermFloatsFromTheSumBeforeItToTheSumWithIt() {
    Figure waterfall = WindowFigures.of(FOUND).getFirst();
    List<Histogram> columns =
        waterfall.layers().stream()
            .filter(Histogram.class::isInstance)
            .map(Histogram.class::cast)
            .toList();
    double[] sums = {0.1, 0.08, 0.13, 0.14, 0.17, 0.21};
    assertThat(columns).hasSize(sums.length - 1);
    for (int i = 0; i < columns.size(); i++) {
      assertThat(columns.get(i).base()).isCloseTo(sums[i], within(1e-15));
      assertThat(columns.get(i).heights().get(0)).isCloseTo(sums[i + 1], within(1e-15));
      assertThat(columns.get(i).edges()).isEqualTo(Series.of(i + 1.0, i + 2.0));
    }
    // The axis is that of the columns, not of 0 too.
    assertThat(waterfall.layers().stream().flatMapToDouble(Figure.Layer::ys).min().orElseThrow())
        .isCloseTo(0.08, within(1e-15));
    assertThat(waterfall.x().names())
        .containsExactly(
            "L_te(θ_te)", "gᵀ(s + b)", "½ sᵀHs", "sᵀHb", "½ bᵀHb", "½ tr(HΣ)", "Sum", "Measured");
  }

  @Test
  void theProjectedShiftStandsBesideThePlainOneWhereItWasMeasured() {
    assertThat(DecompositionNumbers.of(FOUND))
        .extracting(NumberTable::title)
        .doesNotContain("Projected shift (Eq. 12)");
    NumberTable table =
        DecompositionNumbers.of(FOUND.with(new ProjectedShift(40, 658, 39, 0.5, -0.01, 0.02)))
            .stream()
            .filter(each -> each.title().equals("Projected shift (Eq. 12)"))
            .findFirst()
            .orElseThrow();
    assertThat(table.rows().getFirst().values()).containsExactly("658", "39");
    assertThat(table.rows().get(1).values()).containsExactly("2", "0.5");
    assertThat(table.rows().getLast().values()).containsExactly("0.05", "0.02");
  }
}
