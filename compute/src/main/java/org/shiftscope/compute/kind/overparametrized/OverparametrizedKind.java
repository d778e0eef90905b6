package org.shiftscope.compute.kind.overparametrized;

import static org.shiftscope.compute.training.TrainingStep.LOSS;
import static org.shiftscope.compute.training.TrainingStep.PRODUCT;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.CertifyBoth;
import org.shiftscope.compute.certificate.FindVertex;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.TrainedKind;
import org.shiftscope.compute.overparametrized.MeasureSpan;
import org.shiftscope.compute.overparametrized.ModifiedSgd;
import org.shiftscope.compute.result.ModifiedSgdTheory;
import org.shiftscope.compute.result.OverparametrizedFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.RefineBoth;
import org.shiftscope.compute.training.TimeTraining;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The overparametrized case.
 *
 * @param spec the experiment
 */
public record OverparametrizedKind(OverparametrizedShift spec) implements TrainedKind {

  /** Hessian-vector products of each search for the ends of a spectrum. */
  private static final double PRODUCTS = 100;

  private static final String MODIFIED = "modified SGD";

  @Override
  public String aim() {
    return "Networks with more parameters than samples were trained, and the shift was"
        + " measured in and beside the span of the gradients (Eqs 12 and 13 of Bradley et"
        + " al., 2021)";
  }

  @Override
  public TrialResult run(TrialContext context) {
    return new OverparametrizedTrial(
            spec,
            new TrainNetwork(spec.training(), context),
            context.stages(spec, costs(context.trial())))
        .run();
  }

  @Override
  public List<StageCost> costs(int trial) {
    TrainingSpec training = spec.training();
    double train = training.dataset(trial).trainSamples();
    double test = training.dataset(trial).testSamples();
    int parameters = parameters();
    List<StageCost> sgd =
        List.of(
            new StageCost(
                MODIFIED,
                MODIFIED,
                spec.modifiedSgd().steps(spec.temperatureOf(trial)),
                TrainingStep.weightOf(spec.modifiedSgd().operations(), parameters)),
            TrainNetwork.cost(training, trial));
    List<StageCost> measuring =
        List.of(
            PRODUCT.cost("spectrum", 2 * PRODUCTS * train),
            new StageCost(
                "spectrum",
                Lanczos.OPERATION,
                2 * Lanczos.operations(PRODUCTS, parameters),
                TrainingStep.weightOf(1, parameters)),
            LOSS.cost("certificates", FindVertex.LOSSES * (train + test)),
            PRODUCT.cost("certificates", train));
    return Stream.of(
            sgd,
            RefineBoth.costs(training, spec.refinement(), trial),
            MeasureSpan.costs("train span", train, parameters),
            MeasureSpan.costs("test span", test, parameters),
            measuring,
            CertifyBoth.costs("certificates", training.dataset(trial), training.sgd().batchSize()))
        .flatMap(List::stream)
        .toList();
  }

  /** With the gradients of all samples, orthogonalised. */
  @Override
  public TrialMemory memory() {
    int train = spec.datasets().stream().mapToInt(DatasetSpec::trainSamples).max().orElseThrow();
    int test = spec.datasets().stream().mapToInt(DatasetSpec::testSamples).max().orElseThrow();
    return TrainingMemory.of(spec.training(), spec.datasets(), spec.refinement().vectors())
        .with(
            TrainingMemory.vectors(
                spec.training(),
                Math.max(train, test),
                train >= test ? "dataset.trainSamples" : "dataset.testSamples",
                "fewer samples or a smaller network"));
  }

  @Override
  public Timing time(DataFolder folder, LongSupplier nanoTime) {
    return new TimeTraining(spec, folder, nanoTime)
        .time(
            costs(0),
            Map.of(
                MODIFIED,
                () -> ModifiedSgd.secondsOfStep(spec.modifiedSgd(), nanoTime),
                MeasureSpan.PAIR,
                () -> MeasureSpan.secondsOfPair(parameters(), nanoTime),
                Lanczos.OPERATION,
                () -> Lanczos.secondsOfOperation(parameters(), nanoTime)));
  }

  @Override
  public Optional<ModifiedSgdTheory> theory(OptionalDouble temperature) {
    return Optional.of(
        ModifiedSgd.theory(
            spec.modifiedSgd(),
            temperature.orElse(spec.temperatureOf(0)),
            ModifiedSgd.streams(spec.seedOf(0))));
  }

  @Override
  public OverparametrizedFindings findings(
      Map<Integer, ? extends TrialResult> results, Include include) {
    return FindOverparametrized.of(spec, results, include);
  }
}
