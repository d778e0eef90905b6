package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;

/** ‖θ − θ₀‖, θ₀ where SGD started (Nagarajan and Kolter 2019, arXiv 1901.01672). Free. */
record DistanceFromStart() implements Measure {

  @Override
  public About about() {
    return new About(
        MeasureName.DISTANCE,
        "length",
        "Nagarajan and Kolter 2019; Jiang et al. 2020",
        "The distance of the train point from the weights that SGD started from.",
        Invariance.NOT_INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of();
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    run.progress().accept(0);
    return new double[] {
      Vectors.norm(Vectors.difference(point.theta(), point.start())), Double.NaN
    };
  }
}
