package org.shiftscope.compute.kind.invariance;

import static org.shiftscope.compute.training.TrainingStep.GRADIENT;
import static org.shiftscope.compute.training.TrainingStep.LOSS;
import static org.shiftscope.compute.training.TrainingStep.PRODUCT;
import static org.shiftscope.compute.training.TrainingStep.SGD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.invariance.CompareCurved;
import org.shiftscope.compute.invariance.LineLosses;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.spec.MapSpec;
import org.shiftscope.compute.spec.TrialSubject;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.training.ContinueSgd;
import org.shiftscope.compute.training.TimeTraining;
import org.shiftscope.compute.training.TrainingMemory;

/** What the check of a trial's points takes. */
record CostTrialInvariance(TrialSubject subject) {

  /** Vectors of d numbers beside the iterates and the bases: points, products, a map's own. */
  private static final int VECTORS = 30;

  List<StageCost> stages() {
    List<StageCost> costs = new ArrayList<>();
    double steps = (double) subject.iterates().count() * subject.iterates().stepsBetween();
    costs.add(ContinueSgd.cost(subject.training(), steps));
    String theta = TrialInvariance.THETA;
    costs.add(terms(MeasureIn.terms(theta)));
    unvaried(theta, costs);
    costs.add(line(theta));
    costs.add(single(theta));
    List<MapSpec> maps = subject.maps().all();
    for (int map = 0; map < maps.size(); map++) {
      if (maps.get(map).linear()) {
        linear(TrialInvariance.phi(map), costs);
      } else {
        curved(map, costs);
      }
    }
    return costs;
  }

  private void linear(String phi, List<StageCost> costs) {
    costs.add(terms(MeasureIn.terms(phi)));
    unvaried(phi, costs);
    costs.add(line(phi));
    costs.add(single(phi));
  }

  private void curved(int map, List<StageCost> costs) {
    costs.add(GRADIENT.cost(TrialInvariance.slope(map), test()));
    for (int halvings = 0; halvings < CompareCurved.SCALES.size(); halvings++) {
      costs.add(terms(MeasureIn.terms(TrialInvariance.phi(map, halvings))));
    }
    unvaried(TrialInvariance.phi(map), costs);
  }

  /** In the order in which they are measured. */
  private void unvaried(String name, List<StageCost> costs) {
    costs.add(PRODUCT.cost(MeasureIn.largest(name), MeasureIn.SEARCH / 2.0 * test()));
    costs.add(PRODUCT.cost(MeasureIn.trace(name), MeasureIn.PROBES * test()));
  }

  private StageCost terms(String stage) {
    return GRADIENT.cost(stage, gradients());
  }

  /** A step of SGD is in float32, as these are. */
  private StageCost single(String name) {
    return SGD.cost(MeasureIn.single(name), gradients());
  }

  /** Of one sample: products at once take about 2.2 for each direction, losses 0.4. */
  private double gradients() {
    int iterates = subject.iterates().count();
    return (2.2 * (iterates + 2) + 0.4 * iterates + 2) * test();
  }

  private StageCost line(String name) {
    double samples = test() + subject.training().dataset().trainSamples();
    return LOSS.cost(MeasureIn.line(name), LineLosses.POINTS * samples);
  }

  private double test() {
    return subject.training().dataset().testSamples();
  }

  TrialMemory memory() {
    return TrainingMemory.of(
            subject.training(),
            List.of(subject.training().dataset()),
            VECTORS + MeasureIn.SEARCH,
            Precision.DOUBLE)
        .with(
            TrainingMemory.vectors(
                subject.training(),
                4L * subject.iterates().count(),
                "subject.iterates.count",
                "fewer iterates or a smaller network"));
  }

  Timing time(DataFolder folder, LongSupplier nanoTime) {
    return new TimeTraining(
            subject.training(),
            List.of(subject.training().dataset()),
            Precision.DOUBLE,
            folder,
            nanoTime)
        .time(stages(), Map.of());
  }
}
