package org.shiftscope.ui.wording;

import java.util.List;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.PlantedModel;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TemperatureSweep;

/** A spec in a few words. */
public final class DescribeSpec {

  private DescribeSpec() {}

  /** The kind's name for a person. */
  public static String kind(ExperimentSpec spec) {
    return switch (spec) {
      case TemperatureSweep sweep -> "Temperature sweep";
      case Landscape _ -> "Landscape";
      case AssumptionCheck _ -> "Assumption 1";
      case DiffusionAccuracy _ -> "Accuracy of diffusion";
      case OverparametrizedShift _ -> "Overparametrized";
      case SteadyState _ -> "Steady state of SGD";
    };
  }

  /** What the kind does, in a sentence. */
  public static String explanation(ExperimentSpec spec) {
    return switch (spec) {
      case TemperatureSweep _ ->
          "A temperature sweep trains the network at each temperature and seed, refines the end of"
              + " SGD to a train point and a test point, and measures the losses along the line"
              + " through both.";
      case Landscape _ ->
          "A landscape is a loss in one dimension. Theory says where SGD is to be found on it at each temperature, and what"
              + " train and test loss to expect; walkers and the Fokker–Planck equation are drawn over it.";
      case AssumptionCheck _ ->
          "Eq. 5 holds where C⁻¹ (∇L + (T/2) ∇·C) is a gradient. This draws its curl for your own"
              + " formulas and simulates the current of the steady state, or measures it on a small"
              + " real model.";
      case DiffusionAccuracy _ ->
          "This takes the cumulants of a trained network's gradient noise and the terms of the"
              + " Kramers–Moyal expansion that the diffusion leaves out, and shows how far the"
              + " Langevin equation is from SGD as the learning rate is halved.";
      case OverparametrizedShift _ ->
          "With more parameters than samples, this finds the span of the samples' gradients, the"
              + " shift projected to it (Eq. 12), and the steady state of the modified SGD of Eq. 13"
              + " where it is known.";
      case SteadyState _ ->
          "A steady state runs SGD on a small model for a long time from the minimum on, and measures"
              + " its mean, its covariance and the basins that it visits against the paper's theory.";
    };
  }

  /** What sets it apart: "UCI digits · mlp 32 · 4 temperatures × 3 seeds". */
  public static String summary(ExperimentSpec spec) {
    return switch (spec) {
      case TemperatureSweep sweep ->
          sweep.dataset().name().title()
              + " · "
              + network(sweep.network())
              + " · "
              + count(sweep.temperatures().values().size(), "temperature")
              + " × "
              + count(sweep.seeds().values().size(), "seed");
      case Landscape landscape ->
          landscape(landscape)
              + " · "
              + count(landscape.temperatures().values().size(), "temperature")
              + " × "
              + count(landscape.seeds().values().size(), "seed");
      case AssumptionCheck check ->
          field(check.field())
              + " · "
              + count(check.temperatures().values().size(), "temperature")
              + " × "
              + count(check.seeds().values().size(), "seed");
      case DiffusionAccuracy accuracy ->
          accuracy.dataset().name().title()
              + " · "
              + network(accuracy.network())
              + " · "
              + count(accuracy.temperatures().values().size(), "temperature")
              + " × "
              + count(accuracy.seeds().values().size(), "seed");
      case OverparametrizedShift shift ->
          FormatNumber.whole(shift.dataset().trainSamples())
              + " of "
              + shift.dataset().name().title()
              + " · "
              + network(shift.network())
              + " · "
              + count(shift.temperatures().values().size(), "temperature")
              + " × "
              + count(shift.seeds().values().size(), "seed");
      case SteadyState steady ->
          model(steady.model())
              + " · "
              + count(steady.temperatures().values().size(), "temperature")
              + " × "
              + count(steady.batchSizes().size(), "batch size")
              + " × "
              + count(steady.seeds().values().size(), "seed");
    };
  }

  private static String model(PlantedModel model) {
    return switch (model) {
      case PlantedModel.Linear linear -> "linear regression, d = " + linear.dimension();
      case PlantedModel.Logistic logistic -> "logistic regression, d = " + logistic.dimension();
      case PlantedModel.TwoWells _ -> "two wells, d = 1";
      case PlantedModel.TanhMlp mlp ->
          "tanh mlp " + mlp.inputs() + "-" + mlp.hidden() + "-1, d = " + mlp.dimension();
    };
  }

  private static String field(AssumptionCheck.VectorField field) {
    return switch (field) {
      case AssumptionCheck.Formulas formulas -> "L = " + formulas.loss();
      case AssumptionCheck.DigitsRegression regression ->
          "digits "
              + regression.firstClass()
              + " and "
              + regression.secondClass()
              + ", "
              + count(regression.components(), "component");
    };
  }

  private static String landscape(Landscape landscape) {
    String formula = landscape.objective().formula();
    int gaussians = landscape.objective().gaussians().minima().size();
    String shown = formula.length() > 40 ? formula.substring(0, 40) + "…" : formula;
    if (gaussians == 0) {
      return shown;
    }
    return count(gaussians, "Gaussian") + (formula.isEmpty() ? "" : " + " + shown);
  }

  /** "1 seed", "3 seeds". */
  public static String count(long number, String thing) {
    return FormatNumber.whole(number) + " " + thing + (number == 1 ? "" : "s");
  }

  private static String network(NetworkSpec network) {
    String units =
        switch (network) {
          case NetworkSpec.Mlp mlp ->
              mlp.hidden().isEmpty() ? "softmax regression" : "mlp " + scaled(mlp, mlp.hidden());
          case NetworkSpec.Cnn cnn -> "cnn " + scaled(cnn, cnn.filters());
          case NetworkSpec.Vgg9 vgg ->
              atWidth(network) + (vgg.batchNorm() ? " with batch norm" : "");
          case NetworkSpec.Vgg16 _, NetworkSpec.ResNet10 _ -> atWidth(network);
        };
    return units;
  }

  private static String atWidth(NetworkSpec network) {
    return network.width() == 1
        ? network.name()
        : network.name() + " at width " + FormatNumber.exact(network.width());
  }

  private static String scaled(NetworkSpec network, List<Integer> units) {
    return units.stream()
        .map(unit -> Integer.toString(network.scaled(unit)))
        .collect(Collectors.joining("-"));
  }
}
