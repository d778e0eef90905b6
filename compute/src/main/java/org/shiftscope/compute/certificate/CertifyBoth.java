package org.shiftscope.compute.certificate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.certificate.GatherEvidence.Question;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.stage.StageCost;
import org.shiftscope.compute.stage.StageRun;

/** Certifies the train point and the test point of a trial, in a stage of their own. */
public final class CertifyBoth {

  private CertifyBoth() {}

  /** What the stage costs, about. */
  public static List<StageCost> costs(String stage, DatasetSpec dataset, int batchSize) {
    return Stream.of(dataset.trainSamples(), dataset.testSamples())
        .flatMap(samples -> GatherEvidence.costs(stage, samples, batchSize).stream())
        .toList();
  }

  /**
   * Gathers the evidence on both.
   *
   * @param streams the run's streams; {@code certificate} is split off
   * @param run goes on between two passes over the samples
   */
  public static Found gather(
      Question train, Question test, RandomStreams streams, StageRun<State> run) {
    RandomStreams own = streams.split("certificate");
    Optional<GatherEvidence.State> within = run.from().map(State::within);
    Optional<Evidence> before = run.from().flatMap(State::train);
    Evidence onTrain =
        before.orElseGet(
            () ->
                GatherEvidence.of(
                    train,
                    own.split("train"),
                    run.part(within, 0, 0.5, state -> new State(Optional.empty(), state))));
    Evidence onTest =
        GatherEvidence.of(
            test,
            own.split("test"),
            run.part(
                before.isPresent() ? within : Optional.empty(),
                0.5,
                1,
                state -> new State(Optional.of(onTrain), state)));
    return new Found(onTrain, onTest);
  }

  /** The evidence on both points. */
  public record Found(Evidence train, Evidence test) {

    /** Judges the train point. */
    public MinimumCertificate ofTrain() {
      return JudgePoint.of(train);
    }

    /** Judges the test point. */
    public MinimumCertificate ofTest() {
      return JudgePoint.of(test);
    }
  }

  /**
   * Between two passes over the samples.
   *
   * @param train what was found at the train point; empty while that is looked at
   * @param within how far the present point is
   */
  public record State(Optional<Evidence> train, GatherEvidence.State within) {}
}
