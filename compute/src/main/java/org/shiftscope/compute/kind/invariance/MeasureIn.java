package org.shiftscope.compute.kind.invariance;

import java.util.function.Function;
import org.shiftscope.compute.curvature.HutchPlusPlus;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.curvature.ProductsState;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.decomposition.MeasureOverlaps;
import org.shiftscope.compute.decomposition.Overlaps;
import org.shiftscope.compute.decomposition.Terms;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.invariance.InCoordinates;
import org.shiftscope.compute.invariance.InCoordinates.Unvaried;
import org.shiftscope.compute.invariance.LineLosses;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.training.TrainNetwork;

/**
 * Measures the losses in one coordinate system, in stages that bear its name. Each has a network of
 * its own, so that coordinates with other running statistics do not meet.
 *
 * @param name of the coordinates in the names of stages
 * @param points in these coordinates
 * @param loss makes the loss over some samples in these coordinates
 */
record MeasureIn(
    String name, LookedAtPoints points, Loss loss, TrainNetwork training, Stages stages) {

  /** Products of the search for the largest eigenvalue, at most. */
  static final int SEARCH = 40;

  /** Products for a trace. */
  static final int PROBES = 30;

  /** Residual of the largest eigenvalue that counts as found, in parts of it. */
  private static final double FOUND = 1e-4;

  /** Makes a loss. */
  @FunctionalInterface
  interface Loss {
    /** Of a network whose running statistics are the coordinates' own. */
    CurvedObjective over(Network network, Samples samples, boolean test);
  }

  /** The names of the stages, as costs and the stages themselves name them. */
  static String terms(String name) {
    return "terms in " + name;
  }

  static String single(String name) {
    return "terms in " + name + " in float32";
  }

  static String line(String name) {
    return "line in " + name;
  }

  static String largest(String name) {
    return "largest eigenvalue in " + name;
  }

  static String trace(String name) {
    return "trace in " + name;
  }

  /** The terms of Eq. 4. */
  Terms terms() {
    return terms(terms(name), Precision.DOUBLE);
  }

  /** The same in float32. */
  Terms termsInSingle() {
    return terms(single(name), Precision.SINGLE);
  }

  private Terms terms(String stage, Precision precision) {
    return Terms.of(
        stages.run(
            stage,
            MeasureOverlaps.State.class,
            Overlaps.class,
            run ->
                on(precision, losses -> MeasureOverlaps.of(losses.test(), points.window(), run))));
  }

  /** The losses on the line. */
  LineLosses line() {
    return stages.run(
        line(name),
        LineLosses.class,
        LineLosses.class,
        run ->
            on(
                Precision.DOUBLE,
                losses ->
                    LineLosses.measure(
                        losses.test(), losses.train(), points.train(), points.test(), run)));
  }

  /** The terms beside what is not invariant. */
  InCoordinates measured(Terms terms, RandomStreams streams) {
    Largest largest = largest(streams.split("largest"));
    double trace = trace(streams.split("trace"));
    double norm = Vectors.norm(Vectors.difference(points.train(), points.test()));
    return new InCoordinates(terms, new Unvaried(trace, largest.value(), norm, largest.rise()));
  }

  private double trace(RandomStreams streams) {
    return stages
        .run(
            trace(name),
            ProductsState.class,
            HutchPlusPlus.Trace.class,
            run ->
                on(
                    Precision.DOUBLE,
                    losses ->
                        HutchPlusPlus.estimate(hessian(losses), PROBES, streams.generator(), run)))
        .estimate()
        .value();
  }

  private Largest largest(RandomStreams streams) {
    return stages.run(
        largest(name),
        ProductsState.class,
        Largest.class,
        run ->
            on(
                Precision.DOUBLE,
                losses -> {
                  Lanczos.Spectrum found =
                      Lanczos.extremes(
                          hessian(losses),
                          new Lanczos.Wanted(1, 0, FOUND, FOUND, SEARCH),
                          streams.generator(),
                          run);
                  return new Largest(found.largest()[0], rise(losses.test(), found.top()));
                }));
  }

  /** How far the loss rises at most at the radius of sharpness along a direction. */
  private double rise(CurvedObjective test, double[] direction) {
    double there = test.value(Vectors.sum(points.test(), Unvaried.RADIUS, direction));
    double back = test.value(Vectors.sum(points.test(), -Unvaried.RADIUS, direction));
    return Math.max(there, back) - test.value(points.test());
  }

  private SymmetricOperator hessian(Losses losses) {
    return SymmetricOperator.hessian(losses.test(), points.test());
  }

  /** Does something with both losses in a precision. */
  <R> R on(Precision precision, Function<Losses, R> measure) {
    try (Network network = training.network(precision)) {
      network.setStatistics(points.statistics());
      return measure.apply(
          new Losses(
              loss.over(network, training.dataset().test(), true),
              loss.over(network, training.dataset().train(), false)));
    }
  }

  /** Both losses in these coordinates. */
  record Losses(CurvedObjective test, CurvedObjective train) {}

  /** The largest eigenvalue, and the rise along its eigenvector. */
  private record Largest(double value, double rise) {}
}
