package org.shiftscope.compute.measure;

import java.util.List;
import org.shiftscope.compute.curvature.HutchPlusPlus;
import org.shiftscope.compute.curvature.ProductsState;
import org.shiftscope.compute.curvature.SymmetricOperator;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.training.TrainingStep;

/**
 * tr H of the train loss, the mean curvature over all directions (among many others Keskar et al.
 * 2017 for sharpness at large; Dinh et al. 2017 against it), by {@link HutchPlusPlus}.
 *
 * @param probes products that it may cost
 */
record HessianTrace(int probes) implements Measure {

  @Override
  public About about() {
    return new About(
        MeasureName.TRACE,
        "nats / length²",
        "Hochreiter and Schmidhuber 1997; estimated by Hutch++ (Meyer et al. 2021)",
        "The trace of the train loss's Hessian, L2 term included, from "
            + probes
            + " Hessian-vector products.",
        Invariance.NOT_INVARIANT);
  }

  @Override
  public List<Work> work() {
    return List.of(new Work(TrainingStep.PRODUCT, probes));
  }

  @Override
  public double[] take(Point point, RandomStreams streams, StageRun<MeasureState> run) {
    HutchPlusPlus.Trace found =
        HutchPlusPlus.estimate(
            SymmetricOperator.hessian(point.loss(), point.theta()),
            probes,
            streams.generator(),
            products(run));
    return new double[] {found.estimate().value(), found.estimate().error()};
  }

  /** The run of a measure that is nothing but products. */
  static StageRun<ProductsState> products(StageRun<MeasureState> run) {
    return run.part(
        run.from()
            .map(
                state ->
                    switch (state) {
                      case MeasureState.Products(ProductsState products) -> products;
                      default -> throw new IllegalStateException("No products: " + state);
                    }),
        0,
        1,
        MeasureState.Products::new);
  }
}
