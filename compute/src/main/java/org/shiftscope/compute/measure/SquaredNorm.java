package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;

/** ‖θ‖², all weights and biases (as Jiang et al. 2020 take it among others). Free. */
record SquaredNorm() implements Measure {

  @Override
  public About about() {
    return new About(
        MeasureName.SQUARED_NORM,
        "length²",
        "Neyshabur et al. 2015; Jiang et al. 2020",
        "The sum of the squares of all weights and biases.",
        Invariance.NOT_INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of();
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    run.progress().accept(0);
    return new double[] {Vectors.dot(point.theta(), point.theta()), Double.NaN};
  }
}
