package org.shiftscope.compute.kind.decomposition;

import java.util.Optional;
import java.util.stream.IntStream;
import org.shiftscope.compute.certificate.CertifyBoth;
import org.shiftscope.compute.certificate.FindVertex;
import org.shiftscope.compute.certificate.GatherEvidence.Question;
import org.shiftscope.compute.certificate.GatherEvidence.Search;
import org.shiftscope.compute.certificate.GatherEvidence.Shift;
import org.shiftscope.compute.certificate.LowestOfBoth;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.curvature.MeasureSpectra.Point;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.LossDecomposition;
import org.shiftscope.compute.stage.Stages;

/**
 * Certifies both points, with their lowest eigenvalues.
 *
 * @param spec the experiment
 * @param start where the descents began, shape [d], not modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CertifyPoints(LossDecomposition spec, double[] start) {

  /** Losses within half a shift of a point, to both sides. */
  static final int LOSSES = 11;

  /** A refined point of a loss. */
  record At(DatasetLoss loss, Refined point) {}

  CertifyBoth.Found of(At train, At test, RandomStreams streams, Stages stages) {
    LowestOfBoth.Found lowest =
        LowestOfBoth.run(
            new Point(train.loss(), train.point().theta()),
            new Point(test.loss(), test.point().theta()),
            streams,
            stages);
    return stages.run(
        "certificates",
        CertifyBoth.State.class,
        CertifyBoth.Found.class,
        run ->
            CertifyBoth.gather(
                question(train, test, 1, lowest.train()),
                question(test, train, -1, lowest.test()),
                streams,
                run));
  }

  /** {@code sign}: 1 where s leads from the other point here, as it does at the train point. */
  private Question question(At here, At other, int sign, LowestEigenvalues lowest) {
    double[] theta = here.point().theta();
    double[] away = Vectors.difference(theta, other.point().theta());
    double[] s = Vectors.sum(new double[theta.length], sign, away);
    return new Question(
        new Search(
            here.loss(), start, spec.refinement().gradientTolerance(), spec.sgd().batchSize()),
        here.point(),
        Optional.of(
            new Shift(
                s,
                other.point().theta(),
                DirectionalCurvature.at(here.loss(), theta, here.point().gradient(), s),
                vertex(here.loss(), theta, other.point().theta()))),
        Optional.of(lowest));
  }

  private static double vertex(DatasetLoss loss, double[] theta, double[] other) {
    double[] alphas =
        IntStream.range(0, LOSSES).mapToDouble(i -> i / (LOSSES - 1.0) - 0.5).toArray();
    return FindVertex.of(Series.of(alphas), Series.of(loss.valuesBetween(theta, other, alphas)), 0);
  }
}
