package org.shiftscope.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.TrialColumn;

class TrialTableTest {

  private final TemperatureSweep sweep = Planted.sweep("Two", List.of(0.03, 0.003), 2);
  private final List<TrialColumn> columns = KindPage.of(sweep).columns();

  /** Trials go through the temperatures first: 0 and 2 are at 0.03. */
  private final List<Trial> trials =
      List.of(
          Planted.finished(0, Planted.measurement(2, 1, Outcome.MEASURED)),
          Planted.finished(1, Planted.measurement(5, 1, Outcome.MEASURED)),
          Planted.finished(2, Planted.measurement(4, 1, Outcome.MEASURED)),
          Planted.finished(3, Planted.diverged()));

  @Test
  void trialsOfOneTemperatureThatCountAreOneRow() {
    List<TrialGroups.Group> groups = TrialGroups.of(sweep, trials);
    assertThat(groups).extracting(TrialGroups.Group::temperature).containsExactly(0.003, 0.03);
    assertThat(TrialGroups.say(groups.getFirst(), column("‖s‖"))).isEqualTo("5");
    assertThat(TrialGroups.say(groups.getLast(), column("‖s‖"))).isEqualTo("3 ± 1.414");
    assertThat(TrialGroups.say(groups.getLast(), column("tr H at θ_te"))).isEmpty();
  }

  @Test
  void theFileHasEveryTrialWithEveryNumber() {
    List<String> lines = TrialsCsv.of(sweep, columns, trials).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst())
        .startsWith("\"trial\",\"temperature\",\"seed\",\"outcome\",\"‖s‖\",\"κₜₑ / ‖s‖²\"")
        .doesNotContain("_te", "_tr", "^");
    assertThat(lines.get(3)).startsWith("2,0.03,1,\"").contains(",4.0,0.0625,");
    assertThat(lines.get(4)).contains("lower the temperature");
  }

  @Test
  void whatAPersonChoseIsReadBackFromTheAddress() {
    var choice = new TableChoice(List.of("‖s‖", "½ sᵀHs"), "-‖s‖", true);
    var selection = Selection.from(QueryParameters.empty()).with(choice).open(3);
    assertThat(Selection.from(selection.toQuery())).isEqualTo(selection);
    assertThat(choice.sorted()).isEqualTo("‖s‖");
    assertThat(choice.largestFirst()).isTrue();
    assertThat(choice.sortedBy("", true).sort()).isEmpty();
  }

  private TrialColumn column(String head) {
    return Stream.of(columns)
        .flatMap(List::stream)
        .filter(column -> column.head().equals(head))
        .findFirst()
        .orElseThrow();
  }
}
