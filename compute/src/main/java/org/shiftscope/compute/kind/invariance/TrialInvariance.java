package org.shiftscope.compute.kind.invariance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.decomposition.MeasureOverlaps;
import org.shiftscope.compute.decomposition.Overlaps;
import org.shiftscope.compute.decomposition.Terms;
import org.shiftscope.compute.invariance.Certify;
import org.shiftscope.compute.invariance.CompareCurved;
import org.shiftscope.compute.invariance.CompareCurved.AtScale;
import org.shiftscope.compute.invariance.CompareLinear;
import org.shiftscope.compute.invariance.CompareMoved;
import org.shiftscope.compute.invariance.Coordinates;
import org.shiftscope.compute.invariance.InCoordinates;
import org.shiftscope.compute.invariance.LineLosses;
import org.shiftscope.compute.invariance.SayInvariance;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.InvarianceMeasurement.Approach;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.compute.result.InvarianceMeasurement.LookedAt;
import org.shiftscope.compute.result.InvarianceMeasurement.Moved;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.MapSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.TrialInput;
import org.shiftscope.compute.spec.TrialSubject;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.stage.TrialContext;
import org.shiftscope.compute.training.ContinueSgd;
import org.shiftscope.compute.training.TrainNetwork;

/** The check of a trial's points: every term in θ, and anew in each other coordinate system. */
final class TrialInvariance {

  static final String THETA = "θ";

  private final TrialSubject subject;
  private final double tolerance;
  private final TrainNetwork training;
  private final Stages stages;
  private final MakeCoordinates make;
  private final List<MapSpec> maps;

  TrialInvariance(TrialSubject subject, double tolerance, TrialContext context, Stages stages) {
    this.subject = subject;
    this.tolerance = tolerance;
    this.stages = stages;
    maps = subject.maps().all();
    training = new TrainNetwork(subject.training(), context);
    make = new MakeCoordinates(subject.training(), training.streams().split("invariance"));
  }

  /** The name of a map's coordinates in the names of stages. */
  static String phi(int map) {
    return "φ of map " + (map + 1);
  }

  /** The same with all points moved towards the test point; 0 for where they are. */
  static String phi(int map, int halvings) {
    return phi(map) + (halvings == 0 ? "" : " at h = 1/" + (1 << halvings));
  }

  static String slope(int map) {
    return "slope in " + phi(map);
  }

  TrialResult run() {
    List<Given> given = new ArrayList<>();
    for (TrialInput input : subject.inputs()) {
      switch (training.context().input(input.from())) {
        case Input.Missing(String sentence) -> {
          return new Diverged(sentence, 0, training.context().execution());
        }
        case Input.Found(double[] numbers) -> given.add(new Given(input.from().point(), numbers));
      }
    }
    return new ContinueSgd(training, subject.iterates().taken(), false)
        .then(at(NamedPoint.SGD_END, given), stages, iterates -> measure(given, iterates));
  }

  /** A point as it is kept: θ, then the running statistics, shape [d + b]. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Given(NamedPoint point, double[] numbers) {}

  private static double[] at(NamedPoint point, List<Given> given) {
    return given.stream()
        .filter(each -> each.point() == point)
        .map(Given::numbers)
        .findFirst()
        .orElseThrow();
  }

  private InvarianceMeasurement measure(List<Given> given, List<double[]> iterates) {
    LookedAtPoints points = points(given, iterates);
    InTheta theta = inTheta(points);
    List<InOtherCoordinates> compared = new ArrayList<>();
    for (int map = 0; map < maps.size(); map++) {
      compared.add(compare(map, points, theta));
    }
    List<LookedAt> hashes =
        given.stream().map(each -> Certify.point(each.point().id(), each.numbers())).toList();
    return new InvarianceMeasurement(
        SayInvariance.whole(compared),
        compared,
        Certify.of(
            "trial " + subject.source().trial() + " of experiment " + subject.source().experiment(),
            hashes,
            tolerance,
            compared,
            training.context().execution().version()),
        training.context().execution());
  }

  private LookedAtPoints points(List<Given> given, List<double[]> iterates) {
    try (Network network = training.network(Precision.SINGLE)) {
      double[] train = network.unpack(at(NamedPoint.TRAIN_POINT, given));
      double[] test = network.unpack(at(NamedPoint.TEST_POINT, given));
      return new LookedAtPoints(test, train, iterates, network.statistics());
    }
  }

  /** What was measured in θ. */
  private record InTheta(InCoordinates measured, LineLosses line, Terms single) {}

  private InTheta inTheta(LookedAtPoints points) {
    MeasureIn in = new MeasureIn(THETA, points, this::lossOfTheta, training, stages);
    Terms terms = in.terms();
    return new InTheta(
        in.measured(terms, make.streams().split("θ")), in.line(), in.termsInSingle());
  }

  private CurvedObjective lossOfTheta(Network network, Samples samples, boolean test) {
    return new DatasetLoss(network, samples, lambda(test));
  }

  private double lambda(boolean test) {
    return test ? subject.testLambda() : subject.training().sgd().lambda();
  }

  private InOtherCoordinates compare(int number, LookedAtPoints points, InTheta theta) {
    MapSpec map = maps.get(number);
    Coordinates coordinates = make.of(map);
    return map.linear()
        ? linear(number, coordinates, points, theta)
        : curved(number, coordinates, points, theta);
  }

  private MeasureIn in(String name, Coordinates coordinates, LookedAtPoints points) {
    return new MeasureIn(
        name,
        points.in(coordinates),
        (network, samples, test) -> coordinates.loss(network, samples, lambda(test)),
        training,
        stages);
  }

  private InOtherCoordinates linear(
      int number, Coordinates coordinates, LookedAtPoints points, InTheta theta) {
    MeasureIn in = in(phi(number), coordinates, points);
    Terms terms = in.terms();
    InCoordinates phi = in.measured(terms, make.streams().split("φ"));
    LineLosses line = in.line();
    Terms single = in.termsInSingle();
    var compare = new CompareLinear(tolerance);
    List<Term> compared =
        Stream.concat(
                compare
                    .terms(theta.measured().terms(), phi.terms(), List.of(theta.single(), single))
                    .stream(),
                compare.lines(theta.line(), line).stream())
            .toList();
    return told(number, compared, CompareMoved.of(theta.measured(), phi), List.of());
  }

  private InOtherCoordinates curved(
      int number, Coordinates coordinates, LookedAtPoints points, InTheta theta) {
    List<Terms> slopes = slopeTerms(number, coordinates, points);
    List<AtScale> scales = new ArrayList<>();
    for (int i = 0; i < slopes.size(); i++) {
      LookedAtPoints moved = points.nearer(CompareCurved.SCALES.get(i));
      scales.add(new AtScale(in(phi(number, i), coordinates, moved).terms(), slopes.get(i)));
    }
    Terms terms = scales.getFirst().terms();
    InCoordinates phi =
        in(phi(number), coordinates, points).measured(terms, make.streams().split("φ"));
    var compare = new CompareCurved(tolerance);
    List<Approach> approaches = compare.approach(theta.measured().terms(), scales);
    return told(
        number,
        compare.terms(theta.measured().terms(), terms, approaches),
        CompareMoved.of(theta.measured(), phi),
        approaches);
  }

  /** The terms of what the slope adds to the Hessian, by scale. */
  private List<Terms> slopeTerms(int number, Coordinates coordinates, LookedAtPoints points) {
    return stages
        .run(
            slope(number),
            SlopeTerms.class,
            SlopeTerms.class,
            run -> {
              run.progress().accept(0);
              double[] gradient = gradient(points);
              CurvedObjective added = coordinates.slopeTerm(gradient).orElseThrow();
              return new SlopeTerms(
                  CompareCurved.SCALES.stream()
                      .map(h -> points.nearer(h).in(coordinates).window())
                      .map(window -> MeasureOverlaps.of(added, window, StageRun.whole(_ -> {})))
                      .toList());
            })
        .scales()
        .stream()
        .map(Terms::of)
        .toList();
  }

  private double[] gradient(LookedAtPoints points) {
    return new MeasureIn(THETA, points, this::lossOfTheta, training, stages)
        .on(
            Precision.DOUBLE,
            losses -> {
              double[] gradient = new double[points.test().length];
              losses.test().valueAndGradient(points.test(), gradient);
              return gradient;
            });
  }

  /** By the scale. */
  private record SlopeTerms(List<Overlaps> scales) {}

  private InOtherCoordinates told(
      int number, List<Term> terms, List<Moved> moved, List<Approach> approaches) {
    MapSpec map = maps.get(number);
    return new InOtherCoordinates(
        NameMap.of(map),
        map.linear(),
        SayInvariance.of(map.linear(), terms, moved, approaches),
        terms,
        moved,
        approaches);
  }
}
