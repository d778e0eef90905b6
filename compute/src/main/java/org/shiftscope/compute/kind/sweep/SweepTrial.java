package org.shiftscope.compute.kind.sweep;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shiftscope.compute.certificate.CertifyBoth;
import org.shiftscope.compute.certificate.FindVertex;
import org.shiftscope.compute.certificate.GatherEvidence.Question;
import org.shiftscope.compute.certificate.GatherEvidence.Search;
import org.shiftscope.compute.certificate.GatherEvidence.Shift;
import org.shiftscope.compute.certificate.LowestOfBoth;
import org.shiftscope.compute.curvature.MeasureSpectra;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.decomposition.DecomposeTrial;
import org.shiftscope.compute.decomposition.Window;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.line.EvaluateLine.Losses;
import org.shiftscope.compute.measure.Point;
import org.shiftscope.compute.measure.TakeMeasures;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.result.Decomposition;
import org.shiftscope.compute.result.LearntNothing;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.Measures;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.MeasuresSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.ContinueSgd;
import org.shiftscope.compute.training.RefineBoth;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrialSentences;

/**
 * One trial of experiment E1: SGD at T, refinement on train and on test, the line through both
 * points, the fits, Eq. 3: at each flow time of the same flows. All else is looked at where they
 * end.
 */
final class SweepTrial {

  private final TemperatureSweep sweep;
  private final TrialContext context;
  private final Stages stages;
  private final TrainNetwork training;
  private final Dataset dataset;
  private final TrialSentences sentences;

  SweepTrial(TemperatureSweep sweep, List<StageCost> costs, TrialContext context) {
    this.sweep = sweep;
    this.context = context;
    training = new TrainNetwork(sweep.training(), context);
    dataset = training.dataset();
    sentences = new TrialSentences(sweep.training(), sweep.refinement());
    stages = context.stages(sweep, costs);
  }

  TrialResult run() {
    try (stages) {
      return training.then(stages, this::measure);
    }
  }

  private TrialResult measure(Network network, double[] end, Optional<LossFall> fall) {
    double[] theta = network.unpack(end);
    var losses =
        new Losses(
            new DatasetLoss(network, dataset.train(), sweep.sgd().lambda()),
            new DatasetLoss(network, dataset.test(), sweep.sgd().lambda()));
    SgdEnd sgd = training.end(network, theta, fall);
    Optional<LearntNothing> nothing = training.learntNothing(sgd);
    if (nothing.isPresent()) {
      return nothing.get();
    }
    return sweep
        .window()
        .map(window -> new ContinueSgd(training, window))
        .map(window -> window.then(end, stages, iterates -> reach(sgd, losses, theta, iterates)))
        .orElseGet(() -> reach(sgd, losses, theta, List.of()));
  }

  private TrialResult reach(SgdEnd sgd, Losses losses, double[] theta, List<double[]> iterates) {
    Network network = losses.train().network();
    RefineBoth.Found both =
        new RefineBoth(training, sweep.refinement())
            .run(losses.train(), losses.test(), theta, stages);
    ShiftMeasurement measured = result(sgd, new Points(losses, theta, both), iterates);
    return sweep
        .measures()
        .map(spec -> measured.with(measures(spec, network, losses.train(), both.train().theta())))
        .orElse(measured);
  }

  private Measures measures(
      MeasuresSpec spec, Network network, DatasetLoss trainLoss, double[] theta) {
    var point = new Point(trainLoss, sweep.network(), theta, training.start(network));
    TakeMeasures.Taken taken =
        stages.run(
            "measures",
            TakeMeasures.State.class,
            TakeMeasures.Taken.class,
            run -> TakeMeasures.take(spec, point, training.streams(), run));
    return TakeMeasures.tell(spec, taken);
  }

  private Optional<Spectra> spectra(Points points) {
    return sweep
        .curvature()
        .map(
            spec ->
                stages.run(
                    "spectrum",
                    MeasureSpectra.State.class,
                    Spectra.class,
                    run ->
                        MeasureSpectra.measure(
                            spec,
                            new MeasureSpectra.Point(
                                points.losses().train(), points.train().theta()),
                            new MeasureSpectra.Point(points.losses().test(), points.test().theta()),
                            training.streams(),
                            run)));
  }

  private ShiftMeasurement result(SgdEnd sgd, Points points, List<double[]> iterates) {
    List<ShiftAtTime> earlier = earlier(points);
    MeasureShift.Found found = shift(points).atEnd(points.train(), points.test(), stages);
    ShiftAtTime last = found.shift();
    Optional<Spectra> spectra = spectra(points);
    CertifyBoth.Found judged = certify(new Seen(last.line(), spectra, found.exact()), points);
    return new ShiftMeasurement(
        points.both().outcome(),
        sentences.measured(sgd, points.train(), points.test()),
        sgd,
        last.trainPoint().certified(judged.ofTrain()),
        last.testPoint().certified(judged.ofTest()),
        last.shiftNorm(),
        last.line(),
        last.trainFit(),
        last.testFit(),
        last.eq3(),
        spectra,
        Optional.empty(),
        decomposition(points, iterates),
        earlier,
        context.execution());
  }

  private List<ShiftAtTime> earlier(Points points) {
    List<Double> shares = sweep.refinement().earlierShares();
    return IntStream.range(0, shares.size())
        .mapToObj(
            i ->
                shift(points)
                    .at(
                        shares.get(i),
                        points.both().onTrain().get(i),
                        points.both().onTest().get(i),
                        stages)
                    .shift())
        .toList();
  }

  private MeasureShift shift(Points points) {
    return new MeasureShift(
        sweep.line(), points.losses(), TrainNetwork.measuringPrecision(sweep.network()));
  }

  private CertifyBoth.Found certify(Seen seen, Points points) {
    Line line = seen.line();
    double[] train = points.train().theta();
    double[] test = points.test().theta();
    Shift onTrain =
        new Shift(
            points.shift(),
            test,
            seen.exact().onTrain(),
            FindVertex.of(line.alpha(), line.trainLoss(), 0));
    Shift onTest =
        new Shift(
            points.shift(),
            train,
            seen.exact().onTest(),
            FindVertex.of(line.alpha(), line.testLoss(), 1));
    Optional<LowestOfBoth.Found> lowest = lowest(seen, points);
    return stages.run(
        "certificates",
        CertifyBoth.State.class,
        CertifyBoth.Found.class,
        run ->
            CertifyBoth.gather(
                new Question(
                    search(points.losses().train(), points),
                    points.train(),
                    Optional.of(onTrain),
                    lowest.map(LowestOfBoth.Found::train)),
                new Question(
                    search(points.losses().test(), points),
                    points.test(),
                    Optional.of(onTest),
                    lowest.map(LowestOfBoth.Found::test)),
                training.streams(),
                run));
  }

  /** A decomposition always has them: its points' standing decides what its terms mean. */
  private Optional<LowestOfBoth.Found> lowest(Seen seen, Points points) {
    return seen.spectra().isPresent()
        ? seen.spectra()
            .flatMap(
                both ->
                    both.train()
                        .lowest()
                        .flatMap(
                            train ->
                                both.test()
                                    .lowest()
                                    .map(test -> new LowestOfBoth.Found(train, test))))
        : sweep
            .window()
            .map(
                window ->
                    LowestOfBoth.run(
                        new MeasureSpectra.Point(points.losses().train(), points.train().theta()),
                        new MeasureSpectra.Point(points.losses().test(), points.test().theta()),
                        training.streams(),
                        stages));
  }

  private Search search(DatasetLoss loss, Points points) {
    return new Search(
        loss, points.start(), sweep.refinement().gradientTolerance(), sweep.sgd().batchSize());
  }

  private record Seen(Line line, Optional<Spectra> spectra, MeasureShift.Curvatures exact) {}

  private Optional<Decomposition> decomposition(Points points, List<double[]> iterates) {
    return sweep
        .window()
        .map(
            window ->
                new DecomposeTrial(training, window)
                    .measure(
                        points.losses().train(),
                        points.losses().test(),
                        new Window(points.test().theta(), points.train().theta(), iterates),
                        stages));
  }

  /** The two refined points, and where their descents began, shape [d]. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Points(Losses losses, double[] start, RefineBoth.Found both) {

    Refined train() {
      return both.train();
    }

    Refined test() {
      return both.test();
    }

    double[] shift() {
      return Vectors.difference(train().theta(), test().theta());
    }
  }
}
