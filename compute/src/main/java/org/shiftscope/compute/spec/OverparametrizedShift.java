package org.shiftscope.compute.spec;

import java.util.Set;

/**
 * The overparametrized case (Section 5 and Appendix D): a network with more parameters than samples
 * is trained by SGD and refined, on the train loss with λ and on the test loss without; at both
 * points the span of the samples' gradients is taken, and the shift is projected to that of the
 * test point (Eq. 12). Beside that, the modified SGD of Eq. 13 where its steady state is known.
 *
 * @param title a person's name for it
 * @param training the network, without batch norm and with more parameters than samples; 2 to 400
 *     train samples and as many to test on; λ above 0, so that train minima are strict
 * @param refinement how the train and test points are found from the end of SGD
 * @param modifiedSgd the check of Eq. 13, at the same temperatures
 */
@Id(OverparametrizedShift.KIND)
@Offers(OverparametrizedPresets.class)
public record OverparametrizedShift(
    @Default("More parameters than samples") String title,
    @Flat TrainingSpec training,
    RefinementSpec refinement,
    ModifiedSgdSpec modifiedSgd)
    implements TrainedExperiment {

  /** The kind's name in JSON. */
  public static final String KIND = "overparametrized";

  /** All gradients are kept, and their span takes N² d operations. */
  private static final int MOST_SAMPLES = 400;

  public OverparametrizedShift {
    title = title.strip();
    var problems = new Problems().title(title);
    check(problems, training.dataset());
    check(problems, training.network());
    check(problems, training.sgd());
    check(problems, refinement);
    problems.refuseIfAny();
  }

  @Law
  static void check(Problems problems, DatasetSpec dataset) {
    problems
        .wholeNumber("dataset.trainSamples", dataset.trainSamples(), 2, MOST_SAMPLES)
        .wholeNumber("dataset.testSamples", dataset.testSamples(), 2, MOST_SAMPLES);
  }

  @Law
  static void check(Problems problems, NetworkSpec network) {
    DiffusionAccuracy.check(problems, network);
  }

  @Law
  static void check(Problems problems, SgdSpec sgd) {
    problems.require(
        sgd.lambda() > 0,
        "sgd.lambda",
        "must be above 0: without it the train loss has no strict minimum here",
        sgd.lambda());
  }

  @Law
  static void check(Problems problems, RefinementSpec refinement) {
    refinement.checkEndAlone(problems);
  }

  @Override
  public double testLambda() {
    return 0;
  }

  @Override
  public Set<NamedPoint> points() {
    return NamedPoint.REFINED;
  }
}
