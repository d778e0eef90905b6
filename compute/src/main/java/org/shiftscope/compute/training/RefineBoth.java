package org.shiftscope.compute.training;

import static org.shiftscope.compute.training.TrainingStep.GRADIENT;
import static org.shiftscope.compute.training.TrainingStep.LOSS;

import java.util.List;
import org.shiftscope.compute.descent.Barrier;
import org.shiftscope.compute.descent.DescentState;
import org.shiftscope.compute.descent.Refine;
import org.shiftscope.compute.descent.Refine.Reached;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;

/**
 * Refines the end of SGD to the train point and to the test point, in a stage for each, and tells
 * both.
 *
 * @param training the trial
 * @param spec how
 */
public record RefineBoth(TrainNetwork training, RefinementSpec spec) {

  private static final String TRAIN = "train point";
  private static final String TEST = "test point";

  /** The stages. */
  public static List<StageCost> costs(TrainingSpec training, RefinementSpec spec, int trial) {
    double barriers = Barrier.EXPECTED_LOSSES * Math.max(1, spec.flowTimes().size());
    DatasetSpec dataset = training.dataset(trial);
    return List.of(
        GRADIENT.cost(TRAIN, training.trainPointCost(spec, trial)),
        LOSS.cost(TRAIN, barriers * dataset.trainSamples()),
        GRADIENT.cost(TEST, training.testPointCost(spec, trial)),
        LOSS.cost(TEST, barriers * dataset.testSamples()));
  }

  /**
   * Refines.
   *
   * @param start the end of SGD, shape [d], not modified
   */
  public Found run(DatasetLoss train, DatasetLoss test, double[] start, Stages stages) {
    Reached onTrain = reach(TRAIN, Refine.Loss.TRAIN, train, start, stages);
    reached(NamedPoint.TRAIN_POINT, train, onTrain.end());
    Reached onTest = reach(TEST, Refine.Loss.TEST, test, start, stages);
    reached(NamedPoint.TEST_POINT, test, onTest.end());
    return new Found(onTrain.points(), onTest.points());
  }

  private Reached reach(
      String stage, Refine.Loss which, DatasetLoss loss, double[] start, Stages stages) {
    return stages.run(
        stage,
        DescentState.class,
        Reached.class,
        run -> Refine.reach(spec, which, loss, start, run));
  }

  private void reached(NamedPoint name, DatasetLoss loss, Refined point) {
    training.context().watch().reached(name, loss.network().pack(point.theta()));
  }

  /**
   * Both points, at ascending flow times, at least one.
   *
   * @param onTrain the train points
   * @param onTest the test points, as many
   */
  public record Found(List<Refined> onTrain, List<Refined> onTest) {

    /** θ_tr of the last time. */
    public Refined train() {
      return onTrain.getLast();
    }

    /** θ_te of the last time. */
    public Refined test() {
      return onTest.getLast();
    }

    /** Whether both satisfied the spec's criterion. */
    public boolean converged() {
      return train().converged() && test().converged();
    }

    /** Of a trial that measured at them. */
    public Outcome outcome() {
      return converged() ? Outcome.MEASURED : Outcome.UNCONVERGED;
    }
  }
}
