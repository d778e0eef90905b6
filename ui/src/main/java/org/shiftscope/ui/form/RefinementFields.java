package org.shiftscope.ui.form;

import java.util.List;
import org.shiftscope.compute.spec.RefinementSpec.Flow;
import org.shiftscope.compute.spec.RefinementSpec.Integrator.Adaptive;
import org.shiftscope.compute.spec.RefinementSpec.Integrator.Extrapolated;
import org.shiftscope.compute.spec.RefinementSpec.Integrator.FixedRate;
import org.shiftscope.compute.spec.RefinementSpec.Minimum;

/** The fields of the refinement, for kinds that refine the end of SGD. */
public final class RefinementFields {

  private static final String AT_ITS_END = "end";
  private static final String ON_ITS_WAY = "way";

  private RefinementFields() {}

  /** Where all is measured at the end of the refinement. */
  public static FieldSection section() {
    return section(refinement());
  }

  /** Where flows may be measured on their way too: that, in a section of its own. */
  public static List<FieldSection> sections() {
    Field refinement = refinement();
    return List.of(section(refinement), times(refinement));
  }

  private static Field refinement() {
    return NewField.chosen(
        "refinement.name",
        "Refinement",
        List.of(
            Flow.NAME, "Gradient flow for a stated time",
            Minimum.NAME, "Down to a minimum"),
        "The paper's is the flow. Minima need a convex model or a smooth activation.");
  }

  private static FieldSection times(Field refinement) {
    Field measured =
        NewField.chosen(
                "refinement.measured",
                "A flow is measured",
                List.of(AT_ITS_END, "At its end alone", ON_ITS_WAY, "At earlier flow times too"),
                "A flow passes every smaller τ, and trends may differ from one to another. Each costs a line and two"
                    + " Hessian-vector products.")
            .when(refinement, Flow.NAME);
    Field earlier =
        NewField.numbers(
                "refinement.earlier",
                "Earlier times",
                "of τ",
                "Shares of both flow times, ascending, 8 at most: 0.2 of τ = 5 is τ = 1.",
                "0.04, 0.2")
            .when(() -> refinement.is(Flow.NAME) && measured.is(ON_ITS_WAY));
    return new FieldSection(
        "Flow times that are measured",
        List.of(
            new Choice(
                measured,
                spec -> spec.path("refinement").has("earlier") ? ON_ITS_WAY : AT_ITS_END)),
        List.of(earlier),
        (json, spec) -> "");
  }

  private static FieldSection section(Field refinement) {
    Field integrator =
        NewField.chosen(
                "refinement.integrator.name",
                "Integrator",
                List.of(
                    Adaptive.NAME, "Adaptive Runge–Kutta–Chebyshev",
                    Extrapolated.NAME, "Extrapolated: for convolutions and pooling",
                    FixedRate.NAME, "Fixed small rate (the paper's)"),
                "All follow the same flow; the first two need far fewer gradients. ReLU behind convolutions and"
                    + " max-pooling kink the loss, which slows the adaptive one.")
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
                    "Largest error of an adaptive step, or change of the extrapolated point, relative to ‖θ‖.",
                    "5e-5")
                .when(() -> refinement.is(Flow.NAME) && !integrator.is(FixedRate.NAME)),
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
                    "Cap for each of the two points. Where a valley bends, following it takes tens of thousands.",
                    "50000")
                .when(refinement, Minimum.NAME)));
  }
}
