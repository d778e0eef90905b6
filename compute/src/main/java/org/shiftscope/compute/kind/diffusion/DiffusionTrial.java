package org.shiftscope.compute.kind.diffusion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.diffusion.MeasureNoise;
import org.shiftscope.compute.diffusion.MeasureWeakError;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.DiffusionMeasurement.NoiseDirection;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.WeakError;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.stage.Stages;
import org.shiftscope.compute.training.TrainNetwork;
import org.shiftscope.compute.training.TrialSentences;

/** One trial on the accuracy of diffusion: SGD at T, the noise at its end, the weak error. */
record DiffusionTrial(DiffusionAccuracy spec, TrainNetwork training, Stages stages) {

  TrialResult run() {
    try (stages) {
      return training.then(stages, this::measure);
    }
  }

  private TrialResult measure(Network network, double[] end, Optional<LossFall> fall) {
    double temperature = spec.temperatureOf(training.context().trial());
    var loss = new DatasetLoss(network, training.dataset().train(), spec.sgd().lambda());
    List<NoiseDirection> directions =
        stages
            .run(
                "gradient noise",
                MeasureNoise.State.class,
                Noise.class,
                course ->
                    new Noise(
                        new MeasureNoise(loss, end, temperature, training.streams())
                            .alongAll(course)))
            .directions();
    WeakError weakError =
        stages.run(
            "weak error",
            MeasureWeakError.State.class,
            WeakError.class,
            course -> MeasureWeakError.measure(spec.weakError(), training.streams(), course));
    SgdEnd sgd = training.end(network, end, fall);
    return new DiffusionMeasurement(
        TrialSentences.end(spec.training(), sgd) + sentence(directions.getFirst(), weakError),
        sgd,
        end.length,
        training.dataset().train().count(),
        directions,
        weakError,
        training.context().execution());
  }

  private record Noise(List<NoiseDirection> directions) {}

  private static String sentence(NoiseDirection along, WeakError error) {
    double third = along.relative().get(2);
    String terms =
        Double.isFinite(third)
            ? String.format(
                Locale.ROOT,
                "Along the gradient, the third Kramers-Moyal term is %s of the second, the fourth %s. ",
                SayNumber.significant(third),
                SayNumber.significant(along.relative().get(3)))
            : "The loss does not curve upwards along the gradient, so its terms have no width to be compared at. ";
    return terms
        + "The weak error is of order "
        + SayNumber.significant(error.secondMomentOrder().slope())
        + " in the learning rate.";
  }
}
