package org.shiftscope.ui.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.export.Table;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.Origins;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TrialColumn;
import tools.jackson.databind.node.StringNode;

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
    List<TrialGroups.Row> rows = TrialGroups.rows(Planted.results(sweep, trials));
    assertThat(rows).extracting(row -> row.at().temperature()).containsExactly(0.003, 0.03);
    assertThat(rows).extracting(TrialGroups.Row::count).containsExactly("1 of 2", "2");
    assertThat(rows.getFirst().said("shift-norm")).isEqualTo("5");
    assertThat(rows.getLast().said("shift-norm")).isEqualTo("3 ± 1.414");
    assertThat(rows.getLast().said("test-trace")).isEmpty();
  }

  @Test
  void aHardlyTrainedTrialIsLeftOutAndNamedUntilAPersonAsksForIt() {
    Results counted = Planted.results(sweep, oneHardlyTrained(), Include.COUNTED);
    Results all = Planted.results(sweep, oneHardlyTrained(), Include.ALL);
    assertThat(TrialGroups.rows(counted))
        .extracting(TrialGroups.Row::count)
        .containsExactly("2", "1 of 2");
    assertThat(LeftOut.say(counted)).contains("Left out of 4 trials: 1 hardly trained.");
    assertThat(TrialGroups.rows(all)).extracting(TrialGroups.Row::count).containsExactly("2", "2");
    assertThat(new Origins(sweep, all).of(2).doubtful()).isTrue();
    assertThat(new Origins(sweep, all).of(2).label()).isEqualTo("T = 0.03, seed 1, hardly trained");
    assertThat(new Origins(sweep, all).of(0).doubtful()).isFalse();
  }

  /** Trial 2, at 0.03. */
  private List<Trial> oneHardlyTrained() {
    return List.of(
        trials.get(0),
        trials.get(1),
        Planted.finished(2, Planted.hardlyTrained(4)),
        Planted.finished(3, Planted.measurement(6, 1, Outcome.MEASURED)));
  }

  @Test
  void theFileHasEveryTrialWithEveryNumber() {
    List<String> lines =
        csv(TabulateTrials.of(
                sweep,
                columns,
                trials,
                trial -> trial == 2 ? List.of(Remark.CAPPED, Remark.STILL_FALLING) : List.of()))
            .lines()
            .toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst())
        .startsWith("\"trial\",\"temperature\",\"seed\",\"outcome\",\"‖s‖\",\"κₜₑ / ‖s‖²\"")
        .doesNotContain("_te", "_tr", "^");
    assertThat(lines.get(3))
        .startsWith("2,0.03,1,\"")
        .contains(",4.0,0.0625,", ",\"capped still-falling\",");
    assertThat(lines.get(4)).contains("lower the temperature");
  }

  /** Nothing was judged in the planted results, and so the file above has no such columns. */
  @Test
  void theFileHasTheGradeOfEachPointUnderTheNameOfRest() {
    Trial judged = Planted.finished(0, Planted.judged(Planted.measurement(2, 1, Outcome.MEASURED)));
    List<String> lines =
        csv(TabulateTrials.of(
                sweep,
                columns,
                List.of(judged, trials.get(1), trials.get(2), trials.get(3)),
                trial -> List.of()))
            .lines()
            .toList();
    assertThat(lines.getFirst())
        .contains(
            ",\"outcome\",\"trainPoint.certificate.grade\",\"testPoint.certificate.grade\",\"‖s‖\",");
    assertThat(lines.get(1)).startsWith("0,0.03,0,\"measured\",\"nearly\",\"not-a-minimum\",2.0,");
    assertThat(lines.get(2)).startsWith("1,0.003,0,\"measured\",\"\",\"\",5.0,");
    assertThat(ResultJson.toJson(judged.result().orElseThrow()).at("/testPoint/certificate/grade"))
        .isEqualTo(StringNode.valueOf("not-a-minimum"));
  }

  @Test
  void whatAPersonChoseIsReadBackFromTheAddress() {
    var choice = new TableChoice(List.of("‖s‖", "½ sᵀHs"), "-‖s‖", true);
    var selection = Selection.from(QueryParameters.empty()).with(choice).with(Include.ALL).open(3);
    assertThat(Selection.from(selection.toQuery())).isEqualTo(selection);
    assertThat(choice.sorted()).isEqualTo("‖s‖");
    assertThat(choice.largestFirst()).isTrue();
    assertThat(choice.sortedBy("", true).sort()).isEmpty();
  }

  private static String csv(Table table) {
    return new String(TableFormat.CSV.write(table), StandardCharsets.UTF_8);
  }
}
