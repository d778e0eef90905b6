package org.shiftscope.compute.kind.sweep;

import static org.shiftscope.compute.training.TrainingStep.ALONE;
import static org.shiftscope.compute.training.TrainingStep.COVARIANCE_PRODUCT;
import static org.shiftscope.compute.training.TrainingStep.PRODUCT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.CertifyBoth;
import org.shiftscope.compute.certificate.LowestOfBoth;
import org.shiftscope.compute.curvature.Lanczos;
import org.shiftscope.compute.decomposition.DecomposeTrial;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.TrainedKind;
import org.shiftscope.compute.measure.TakeMeasures;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.TimedTrend;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.MeasuresSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WindowSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.ContinueSgd;
import org.shiftscope.compute.training.RefineBoth;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrainingMemory;
import org.shiftscope.compute.training.TrainingStep;

/**
 * The temperature sweep.
 *
 * @param spec the experiment
 */
public record SweepKind(TemperatureSweep spec) implements TrainedKind {

  private static final String SPECTRUM = "spectrum";

  @Override
  public String aim() {
    return "Networks were trained by SGD at several temperatures, and the shift-curvature"
        + " between the train point and the test point of each was measured (Bradley et al.,"
        + " 2021)";
  }

  @Override
  public TrialResult run(TrialContext context) {
    return new SweepTrial(spec, costs(context.trial()), context).run();
  }

  @Override
  public List<StageCost> costs(int trial) {
    TrainingSpec training = spec.training();
    DatasetSpec dataset = training.dataset(trial);
    double samples = (double) dataset.trainSamples() + dataset.testSamples();
    List<StageCost> costs = new ArrayList<>();
    costs.add(TrainNetwork.cost(training, trial));
    spec.window().ifPresent(window -> costs.add(ContinueSgd.cost(training, window, trial)));
    costs.addAll(RefineBoth.costs(training, spec.refinement(), trial));
    costs.addAll(MeasureShift.costs(spec.refinement(), spec.line(), samples));
    spec.curvature()
        .ifPresent(curvature -> costs.addAll(spectrum(curvature, samples, parameters())));
    spec.window()
        .filter(window -> spec.curvature().isEmpty())
        .ifPresent(window -> costs.addAll(LowestOfBoth.costs(dataset, parameters())));
    costs.addAll(CertifyBoth.costs("certificates", dataset, spec.sgd().batchSize()));
    spec.window().ifPresent(window -> costs.addAll(DecomposeTrial.costs(training, window, trial)));
    spec.measures()
        .ifPresent(
            measures ->
                costs.addAll(
                    TakeMeasures.costs(
                        "measures", measures, dataset.trainSamples(), parameters())));
    return costs;
  }

  /** At both points: each trace of a product takes two products of either sort for each probe. */
  private static List<StageCost> spectrum(CurvatureSpec curvature, double samples, int parameters) {
    double both = 2.0 * curvature.probes();
    double searches =
        Lanczos.operations(curvature.mostHessianSteps(), parameters)
            + Lanczos.operations(curvature.mostCovarianceSteps(), parameters);
    return List.of(
        PRODUCT.cost(
            SPECTRUM, (curvature.mostHessianSteps() + curvature.probes() + both) * samples),
        COVARIANCE_PRODUCT.cost(SPECTRUM, (curvature.mostCovarianceSteps() + both) * samples),
        ALONE.cost(SPECTRUM, samples),
        new StageCost(
            SPECTRUM, Lanczos.OPERATION, 2 * searches, TrainingStep.weightOf(1, parameters)));
  }

  /** With the bases of Lanczos and Hutch++. */
  @Override
  public TrialMemory memory() {
    TrialMemory plain =
        TrainingMemory.of(spec.training(), spec.datasets(), spec.refinement().vectors());
    TrialMemory more = spec.window().map(window -> windowed(plain, window)).orElse(plain);
    TrialMemory withSpectra =
        spec.curvature().map(curvature -> more.with(bases(curvature))).orElse(more);
    return spec.measures().map(taken -> withSpectra.with(bases(taken))).orElse(withSpectra);
  }

  private TrialMemory windowed(TrialMemory plain, WindowSpec window) {
    TrialMemory more = DecomposeTrial.memory(plain, spec.training(), window);
    return spec.curvature().isPresent() ? more : more.with(LowestOfBoth.memory(spec.training()));
  }

  private TrialMemory.Part bases(MeasuresSpec measures) {
    return TrainingMemory.vectors(
        spec.training(),
        Math.max(measures.mostHessianSteps(), measures.probes() / 3),
        "measures.which",
        "fewer measures, or a smaller network");
  }

  private TrialMemory.Part bases(CurvatureSpec curvature) {
    int steps = curvature.mostHessianSteps();
    int subspace = curvature.probes() / 3;
    return TrainingMemory.vectors(
        spec.training(),
        Math.max(steps, subspace),
        steps >= subspace ? "curvature.eigenvalues" : "curvature.probes",
        "fewer eigenvalues and probes, or a smaller network");
  }

  @Override
  public SweepFindings findings(Map<Integer, ? extends TrialResult> results, Include include) {
    return FindSweep.of(spec, results, include);
  }

  /** Those of SGD's end hang on no flow. */
  @Override
  public List<TimedTrend> timedTrends(Findings findings) {
    SweepFindings found = (SweepFindings) findings;
    List<FlowTime> times = spec.refinement().flowTimes();
    Optional<FlowTime> last = times.isEmpty() ? Optional.empty() : Optional.of(times.getLast());
    return Stream.concat(
            found.trends().stream()
                .map(
                    trend ->
                        new TimedTrend(
                            SweepQuantities.isOfSgd(trend.id()) ? Optional.empty() : last, trend)),
            found.earlier().stream()
                .flatMap(
                    at ->
                        at.trends().stream()
                            .map(trend -> new TimedTrend(Optional.of(at.flowTime()), trend))))
        .toList();
  }

  @Override
  public List<ClaimEvidence> claims(Map<Integer, ? extends TrialResult> results, Include include) {
    return spec.sgd().noise().isPresent()
        ? List.of()
        : ClaimSweep.of(spec, FindSweep.sort(spec, results, include));
  }
}
