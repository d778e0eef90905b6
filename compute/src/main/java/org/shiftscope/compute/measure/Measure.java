package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.result.Measures.Measured;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.spec.MeasuresSpec;
import org.shiftscope.compute.stage.StageRun;

/** A measure with its settings. */
interface Measure {

  /** The one of a name. */
  static Measure of(MeasureName name, MeasuresSpec spec) {
    return switch (name) {
      case TRACE -> new HessianTrace(spec.probes());
      case LARGEST_EIGENVALUE -> new LargestEigenvalue(spec.mostHessianSteps());
      case AVERAGE_SHARPNESS ->
          new AverageSharpness(spec.sharpness().averageRho(), spec.sharpness().directions());
      case WORST_SHARPNESS ->
          new WorstSharpness(spec.sharpness().worstRho(), spec.sharpness().ascent());
      case FISHER_RAO -> new FisherRaoNorm();
      case PATH_NORM -> new PathNorm();
      case SQUARED_NORM -> new SquaredNorm();
      case DISTANCE -> new DistanceFromStart();
      case LEARNING_COEFFICIENT -> new LearningCoefficient(spec.langevin());
      case COVARIANCE_TRACE -> new CovarianceTrace();
      case NOISE_SCALE -> new NoiseScale();
    };
  }

  /** What is to be known of it. */
  About about();

  /** What it costs. */
  List<Work> work();

  /** Vectors of d normal numbers that it draws: on small networks, a good part of it. */
  default int draws() {
    return 0;
  }

  /**
   * Takes it.
   *
   * @param streams its own
   * @param run hears the share that is done
   * @return its value, its standard error or NaN, and what else its sentence needs; fresh
   */
  double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run);

  /** What is wrong with what {@link #take} returned; empty for nothing. */
  default String fault(double[] taken) {
    return "";
  }

  /** What {@link #take} returned, as it is told. */
  default Measured tell(double[] taken) {
    About about = about();
    return new Measured(
        about.name(),
        taken[0],
        taken[1],
        about.unit(),
        work().stream().mapToDouble(Work::gradients).sum(),
        about.source(),
        about.definition(),
        about.invariance(),
        fault(taken));
  }

  /**
   * What is to be known of a measure.
   *
   * @param name which
   * @param unit its unit; empty for a pure number
   * @param source where it is from
   * @param definition how it is taken here
   * @param invariance whether it stays under Dinh's rescaling
   */
  record About(
      MeasureName name, String unit, String source, String definition, Invariance invariance) {}
}
