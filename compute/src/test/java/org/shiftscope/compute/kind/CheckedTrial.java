package org.shiftscope.compute.kind;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Invariance;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.TrialWatch;
import tools.jackson.databind.json.JsonMapper;

/**
 * A finished trial, run here, and checks of its points.
 *
 * @param source its experiment
 * @param points that it reached
 */
public record CheckedTrial(ExperimentSpec source, Map<NamedPoint, double[]> points) {

  /** The id under which checks name the source. */
  public static final String ID = "rantu94cjx3r";

  private static final RunTrial RUN =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  /** Made when first asked for. */
  private static final class Instant {
    static final CheckedTrial TRIAL =
        of(SmallExperiments.ofEveryKind(SmallExperiments.Size.INSTANT).getFirst());
  }

  /** The trial of an instant sweep, run once. */
  static CheckedTrial instant() {
    return Instant.TRIAL;
  }

  /** Runs trial 0 of an experiment. */
  public static CheckedTrial of(ExperimentSpec source) {
    Map<NamedPoint, double[]> points = new EnumMap<>(NamedPoint.class);
    RUN.run(
        source,
        0,
        new Watch() {
          @Override
          public void reached(NamedPoint point, double[] theta) {
            points.put(point, theta.clone());
          }
        });
    return new CheckedTrial(source, points);
  }

  /** A spec that names it and lists maps, as a person types it. */
  public Invariance spec(String maps, int iterates) {
    return (Invariance)
        ReadSpec.from(
            new JsonMapper()
                .readTree(
                    """
                    {"kind": "invariance", "subject": {"source": {"experiment": "%s", "trial": 0},
                     "maps": %s, "iterates": {"count": %d, "stepsBetween": 3}}}
                    """
                        .formatted(ID, maps, iterates)),
            id -> id.equals(ID) ? Optional.of(source) : Optional.empty());
  }

  /** Checks its points. */
  public InvarianceMeasurement check(Invariance spec) {
    return (InvarianceMeasurement) RUN.run(spec, 0, watch());
  }

  /** A watch that has its points. */
  public TrialWatch watch() {
    return new Watch() {
      @Override
      public Input input(PointRef point) {
        return find(points, point);
      }
    };
  }

  /** The point that is named, as storage finds it. */
  static Input find(Map<NamedPoint, double[]> points, PointRef point) {
    return Optional.ofNullable(points.get(point.point()))
        .<Input>map(found -> new Input.Found(found.clone()))
        .orElseGet(() -> new Input.Missing("There is no " + point.pointName() + "."));
  }

  private static class Watch implements TrialWatch {

    @Override
    public void progress(String phase, double fraction) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
