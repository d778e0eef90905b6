package org.shiftscope.ui.launch;

import java.util.List;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator.Adaptive;
import org.shiftscope.compute.spec.RefinementSpec.Integrator.FixedRate;
import org.shiftscope.compute.spec.RefinementSpec.Minimum;

/** The fields of the refinement, for kinds that refine the end of SGD. */
final class RefinementFields {

  private RefinementFields() {}

  static FieldSection section() {
    Field refinement =
        NewField.chosen(
            "refinement.name",
            "Refinement",
            List.of(
                Flow.NAME, "Gradient flow for a stated time",
                Minimum.NAME, "Down to a minimum"),
            "The paper's is the flow. Minima need a convex model or a smooth activation.");
    Field integrator =
        NewField.chosen(
                "refinement.integrator.name",
                "Integrator",
                List.of(
                    Adaptive.NAME, "Adaptive Runge–Kutta–Chebyshev",
                    FixedRate.NAME, "Fixed small rate (the paper's)"),
                "Both follow the same flow; the adaptive one needs far fewer gradients.")
            .when(refinement, Flow.NAME);
    return new FieldSection(
        "Refinement to the train and test points",
        List.of(
            refinement,
            NewField.number(
                    "refinement.trainTime",
                    "Flow time on the train loss",
                    "τ",
                    "Learning rate times steps, in the paper 5.",
                    "5")
                .when(refinement, Flow.NAME),
            NewField.number(
                    "refinement.testTime",
                    "Flow time on the test loss",
                    "τ",
                    "Learning rate times steps, from the same start.",
                    "5")
                .when(refinement, Flow.NAME),
            integrator,
            NewField.number(
                    "refinement.integrator.tolerance",
                    "Tolerance",
                    "of ‖θ‖",
                    "Largest error of a step, relative to ‖θ‖.",
                    "1e-4")
                .when(() -> refinement.is(Flow.NAME) && integrator.is(Adaptive.NAME)),
            NewField.number(
                    "refinement.integrator.rate",
                    "Learning rate",
                    "",
                    "Small and fixed; the paper's is 1e-4.",
                    "1e-4")
                .when(() -> refinement.is(Flow.NAME) && integrator.is(FixedRate.NAME)),
            NewField.number(
                    "refinement.tolerance",
                    "Tolerance",
                    "‖∇L‖",
                    "Largest gradient norm that counts as a minimum.",
                    "1e-6")
                .when(refinement, Minimum.NAME),
            NewField.number(
                    "refinement.maxGradients",
                    "Most gradients",
                    "",
                    "Cap for each of the two points.",
                    "10000")
                .when(refinement, Minimum.NAME)));
  }
}
