package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.StartSpec;
import org.shiftscope.compute.spec.Starts;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.TrialWatch;

/** SGD that starts from a point of another trial. */
final class StartTest {

  private static final PointRef SOURCE =
      new PointRef(Optional.of("rantu94cjx3r"), 3, NamedPoint.SGD_END);

  private final Map<NamedPoint, double[]> points = new EnumMap<>(NamedPoint.class);

  private static DiffusionAccuracy spec(Optional<Starts> start) {
    return new DiffusionAccuracy(
        "Start",
        new TrainingSpec(
            new DatasetSpec(DatasetName.DIGITS, 100, 50),
            new NetworkSpec.Mlp(List.of(8), Activation.TANH, 1),
            new Temperatures.Listed(List.of(0.02)),
            new Seeds(List.of(5L)),
            new SgdSpec.AtTemperature(20, 5, 1_000, 1e-3),
            start),
        new WeakErrorSpec(ScalarModel.LOGISTIC_REGRESSION, 6, 2, 0.2, 2, 4));
  }

  private static DiffusionAccuracy starting() {
    return spec(Optional.of(new Starts(List.of(new StartSpec(0, SOURCE)))));
  }

  private TrialResult run(DiffusionAccuracy spec, Input input) {
    return new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"))
        .run(
            spec,
            0,
            new TrialWatch() {
              @Override
              public void progress(String phase, double fraction) {}

              @Override
              public boolean cancelled() {
                return false;
              }

              @Override
              public void reached(NamedPoint point, double[] theta) {
                points.put(point, theta.clone());
              }

              @Override
              public Input input(PointRef point) {
                assertThat(point).isEqualTo(SOURCE);
                return input;
              }
            });
  }

  private double[] point(NamedPoint which) {
    return Optional.ofNullable(points.get(which)).orElseThrow();
  }

  @Test
  void itsInitialPointIsTheOneThatItNamesToTheBit() {
    run(spec(Optional.empty()), new Input.Missing("nothing is asked for"));
    double[] drawn = point(NamedPoint.INITIAL);
    double[] end = point(NamedPoint.SGD_END);
    run(starting(), new Input.Found(end.clone()));
    assertThat(point(NamedPoint.INITIAL)).isEqualTo(end).isNotEqualTo(drawn);
    assertThat(point(NamedPoint.SGD_END)).isNotEqualTo(end);
  }

  @Test
  void fromTheDrawnWeightsItEndsWithTheBitsOfATrialThatDrawsThem() {
    TrialResult plain = run(spec(Optional.empty()), new Input.Missing("nothing is asked for"));
    double[] end = point(NamedPoint.SGD_END);
    TrialResult given = run(starting(), new Input.Found(point(NamedPoint.INITIAL)));
    assertThat(point(NamedPoint.SGD_END)).isEqualTo(end);
    assertThat(given).isEqualTo(plain);
  }

  @Test
  void withoutThePointItEndsWithAResultThatSaysWhy() {
    TrialResult result = run(starting(), new Input.Missing("Trial 3 diverged."));
    assertThat(result).isInstanceOf(Diverged.class);
    assertThat(result.sentence()).isEqualTo("Trial 3 diverged.");
    assertThat(points).isEmpty();
  }
}
