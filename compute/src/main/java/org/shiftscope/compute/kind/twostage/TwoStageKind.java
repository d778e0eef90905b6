package org.shiftscope.compute.kind.twostage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.TrainedKind;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.FirstStageMeasurement;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.TwoStageFindings;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.FinalLoss;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.TimeTraining;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;
import org.shiftscope.compute.training.TrainingStep;
import org.shiftscope.compute.training.TrialSentences;

/**
 * The two-stage experiment.
 *
 * @param spec the experiment
 */
public record TwoStageKind(TwoStage spec) implements TrainedKind {

  /** Vectors of d numbers beside SGD's: both networks' points, and the ends of the stages. */
  private static final int VECTORS = 6;

  /** Products that the search for the eigenvalue takes, about, in parts of the cap. */
  private static final double EXPECTED = 1.0 / 3;

  @Override
  public String aim() {
    return "Networks were trained once from each initialisation, and from there SGD went on"
        + " at several temperatures and batch sizes (Fig. 5 of Bradley et al., 2021)";
  }

  @Override
  public TrialResult run(TrialContext context) {
    Stages stages = context.stages(spec, costs(context.trial()));
    return spec.isFirst(context.trial())
        ? first(new TrainNetwork(spec.training(), context), stages)
        : SecondStageTrial.of(spec, context, stages).run();
  }

  private static TrialResult first(TrainNetwork training, Stages stages) {
    try (stages) {
      return training.then(stages, (network, end, fall) -> firstEnd(training, network, end, fall));
    }
  }

  private static TrialResult firstEnd(
      TrainNetwork training, Network network, double[] end, Optional<LossFall> fall) {
    SgdEnd sgd = training.end(network, network.unpack(end), fall);
    return training
        .learntNothing(sgd)
        .<TrialResult>map(nothing -> nothing)
        .orElseGet(
            () ->
                new FirstStageMeasurement(
                    TrialSentences.end(training.training(), sgd)
                        + "First stage: the second stages of this initialisation start here.",
                    sgd,
                    training.context().execution()));
  }

  @Override
  public double epochs(int trial) {
    return spec.isFirst(trial) ? spec.training().epochs(trial) : spec.trainingOf(trial).epochs(0);
  }

  @Override
  public List<StageCost> costs(int trial) {
    return spec.isFirst(trial) ? List.of(TrainNetwork.cost(spec.training(), trial)) : second(trial);
  }

  private List<StageCost> second(int trial) {
    TrainingSpec training = spec.trainingOf(trial);
    int batchSize = training.sgd().batchSize();
    double steps = training.course(0).stepsAt(training.temperatureOf(0));
    int last = spec.second().lastSteps();
    DatasetSpec dataset = training.dataset(0);
    List<StageCost> costs = new ArrayList<>();
    costs.add(sgd(SecondStageTrial.SGD, batchSize, steps - last));
    costs.add(sgd(SecondStageTrial.LAST, batchSize, last));
    if (spec.second().finalLoss() == FinalLoss.WHOLE) {
      double samples = (double) dataset.trainSamples() + dataset.testSamples();
      costs.add(TrainingStep.EVALUATION.cost(SecondStageTrial.LAST, last * samples));
    }
    if (spec.second().largestEigenvalue()) {
      double products = EXPECTED * SecondStageTrial.MOST_PRODUCTS;
      costs.add(
          TrainingStep.PRODUCT.cost(
              SecondStageTrial.EIGENVALUE, products * dataset.trainSamples()));
      costs.add(
          new StageCost(
              SecondStageTrial.EIGENVALUE,
              Lanczos.OPERATION,
              Lanczos.operations(products, parameters()),
              TrainingStep.weightOf(1, parameters())));
    }
    return costs;
  }

  /** Steps of small batches take longer for each sample, so that each size is a sort of its own. */
  private static StageCost sgd(String stage, int batchSize, double steps) {
    return new StageCost(stage, sort(batchSize), steps * batchSize, 1);
  }

  private static String sort(int batchSize) {
    return "SGD at B = " + batchSize;
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    List<StageCost> costs = new ArrayList<>(costs(0));
    Map<String, DoubleSupplier> own = new HashMap<>();
    own.put(Lanczos.OPERATION, () -> Lanczos.secondsOfOperation(parameters(), nanoTime));
    for (int batchSize : spec.batchSizes()) {
      int trial = trialAt(batchSize);
      costs.addAll(costs(trial));
      own.put(sort(batchSize), () -> secondsOfSgd(spec.trainingOf(trial), folder, nanoTime));
    }
    return new TimeTraining(spec, folder, nanoTime).time(costs, own);
  }

  private static double secondsOfSgd(
      TrainingSpec training, DataFolder folder, LongSupplier nanoTime) {
    return new TimeTraining(
            training,
            List.of(training.dataset(0)),
            TrainNetwork.measuringPrecision(training.network()),
            folder,
            nanoTime)
        .secondsOfSgd();
  }

  /** A second stage with a batch size. */
  private int trialAt(int batchSize) {
    return IntStream.range(spec.firstStages(), spec.trialCount())
        .filter(trial -> spec.batchSizeOf(trial) == batchSize)
        .findFirst()
        .orElseThrow();
  }

  /** That of the stage with the larger batch. */
  @Override
  public TrialMemory memory() {
    int largest = spec.batchSizes().stream().max(Comparator.naturalOrder()).orElseThrow();
    return largest > spec.sgd().batchSize()
        ? renamed(memory(spec.trainingOf(trialAt(largest))))
        : memory(spec.training());
  }

  private TrialMemory memory(TrainingSpec training) {
    TrialMemory plain = TrainingMemory.of(training, spec.datasets(), VECTORS);
    return spec.second().largestEigenvalue()
        ? plain.with(
            TrainingMemory.vectors(
                training,
                SecondStageTrial.MOST_PRODUCTS,
                "second.largestEigenvalue",
                "no largest eigenvalue, or a smaller network"))
        : plain;
  }

  private static TrialMemory renamed(TrialMemory memory) {
    return new TrialMemory(
        memory.parts().stream()
            .map(
                part ->
                    part.field().equals("sgd.batchSize")
                        ? new TrialMemory.Part(
                            "batchSizes", part.advice(), part.shared(), part.memory())
                        : part)
            .toList());
  }

  @Override
  public List<ClaimEvidence> claims(Map<Integer, ? extends TrialResult> results, Include include) {
    return new ClaimTwoStage(
            spec,
            FindTwoStage.sort(spec, results, include),
            FindTwoStage.of(spec, results, include))
        .all();
  }

  @Override
  public TwoStageFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindTwoStage.of(spec, results, include);
  }
}
