package org.shiftscope.compute.training;

import java.util.Locale;
import java.util.stream.Stream;
import org.shiftscope.compute.descent.Refine.Refined;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.TrainingSpec;

/**
 * What a person is told of how a trial with refined points ended, and what to do about it.
 *
 * @param training how it was trained
 * @param refinement how its points were found
 */
public record TrialSentences(TrainingSpec training, RefinementSpec refinement) {

  /** Of one that was measured. */
  public String measured(SgdEnd sgd, Refined train, Refined test) {
    return end(training, sgd)
        + Stream.of(said(train, "train"), said(test, "test"))
            .filter(sentence -> !sentence.isEmpty())
            .reduce((a, b) -> a + " " + b)
            .orElse(
                "Measured at the " + train.point().name() + " of the train and of the test loss.")
        + bounded(train, test)
        + stalled(train, test);
  }

  /**
   * What SGD did beside plain steps, that it was stopped early, or had not settled; empty where
   * there is nothing to say.
   */
  public static String end(TrainingSpec training, SgdEnd sgd) {
    String capped =
        sgd.capped()
            ? "SGD was stopped by the cap of "
                + training.sgd().maxEpochs()
                + " epochs, before its flow time: compare it with care. "
            : "";
    return training.sgd().dynamics().map(TrialSentences::said).orElse("") + capped + fall(sgd);
  }

  private static String said(Dynamics dynamics) {
    return switch (dynamics) {
      case Dynamics.Momentum(double momentum) ->
          "SGD had momentum "
              + SayNumber.significant(momentum)
              + ": T is its effective temperature η / (B (1 − μ)). ";
      case Dynamics.AntiPgd(double sigma) ->
          "SGD had Anti-PGD noise of σ = "
              + SayNumber.significant(sigma)
              + ": T = η / B does not count it, and its end has it still. ";
      case Dynamics.Isotropic(double epsilon) ->
          "SGD had isotropic noise of ε = "
              + SayNumber.significant(epsilon)
              + " on each sample's gradient: at T = η / B, with C + ε² I in the place of C. ";
    };
  }

  private static String fall(SgdEnd sgd) {
    return sgd.fall()
        .filter(LossFall::stillFalls)
        .map(
            fall ->
                "SGD's train loss still fell by "
                    + SayNumber.percent(fall.share())
                    + " over the last tenth of its steps, to "
                    + SayNumber.significant(fall.last())
                    + ": it had not settled. ")
        .orElse("");
  }

  private String said(Refined refined, String loss) {
    return refined.converged() ? climb(refined, loss) : unconverged(refined, loss);
  }

  /** Where the chosen integrator was left ({@code descent.FollowFlow}). */
  private String bounded(Refined train, Refined test) {
    if (!(refinement instanceof RefinementSpec.Flow flow)
        || flow.integrator() instanceof Integrator.FixedRate
        || losses(train, test, Integrator.FixedRate.NAME).isEmpty()) {
      return "";
    }
    return String.format(
        Locale.ROOT,
        " The flow of the %s loss was followed at a fixed rate, about twice the paper's of %s at most: by the integrator %s it did not come to its end within half of the gradients that the paper's protocol takes.",
        losses(train, test, Integrator.FixedRate.NAME),
        SayNumber.significant(Integrator.PAPERS_RATE),
        flow.integrator().name());
  }

  /** Where smaller steps did not help ({@code descent.ExtrapolatedFlow}). */
  private static String stalled(Refined train, Refined test) {
    String losses = losses(train, test, "euler");
    return losses.isEmpty()
        ? ""
        : " The flow of the "
            + losses
            + " loss ends where plain steps of gradient descent led: the loss has so many kinks that"
            + " smaller steps stopped bringing the end nearer, before the integrator's tolerance, and"
            + " extrapolation made it worse. Compare it with care.";
  }

  /** The losses whose points were found by a method: "train", "test", both or none. */
  private static String losses(Refined train, Refined test, String method) {
    boolean onTrain = train.point().method().equals(method);
    boolean onTest = test.point().method().equals(method);
    return onTrain ? (onTest ? "train and of the test" : "train") : onTest ? "test" : "";
  }

  private String climb(Refined refined, String loss) {
    double barrier = refined.point().barrier();
    if (!(refinement instanceof RefinementSpec.Minimum) || !(barrier > 0)) {
      return "";
    }
    String climbs =
        String.format(
            Locale.ROOT,
            "On the straight path from the end of SGD to its minimum the %s loss climbs by %s",
            loss,
            SayNumber.significant(barrier));
    return refined.point().flowTime() > 0
        ? climbs
            + String.format(
                Locale.ROOT,
                ", since the valley bends: the gradient flow was followed for τ = %s, from where the loss only falls.",
                SayNumber.significant(refined.point().flowTime()))
        : climbs
            + ", so that it may be another basin's: the gradients did not last to follow the flow there.";
  }

  private static String unconverged(Refined refined, String loss) {
    return String.format(
        Locale.ROOT,
        "The %s loss was followed to a gradient norm of %s in %d gradients, not to the tolerance: a smooth activation, a"
            + " larger tolerance or more gradients may help.",
        loss,
        SayNumber.significant(refined.point().gradientNorm()),
        refined.point().gradients());
  }

  /** Of one whose SGD is no better than guessing. */
  static String learntNothing(
      TrainingSpec training, double temperature, double loss, double guess) {
    return String.format(
        Locale.ROOT,
        "SGD learnt nothing: its train loss of %s is no better than guessing by the classes' frequencies (%s). A learning"
            + " rate of %s (T = %s, batch size %d) is too large for this network, or the flow time too short.",
        SayNumber.significant(loss, 4),
        SayNumber.significant(guess, 4),
        SayNumber.significant(training.sgd().learningRate(temperature)),
        SayNumber.significant(temperature),
        training.sgd().batchSize());
  }
}
