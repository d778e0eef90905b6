package org.shiftscope.compute.spec;

import java.util.Optional;
import java.util.Set;

/**
 * Every term of Eq. 4 for a network: SGD at T to its flow time, refinement from there to the train
 * and the test point, and a window of further SGD of whose iterates bias and covariance are taken.
 *
 * @param title a person's name for it
 * @param training the network, and how it is trained at each temperature; a schedule without
 *     momentum
 * @param refinement how the train and test points are found from the end of SGD
 * @param window the window of SGD
 */
@Id(LossDecomposition.KIND)
@Offers(DecompositionPresets.class)
public record LossDecomposition(
    @Default(by = "defaultTitle") String title,
    @Flat TrainingSpec training,
    RefinementSpec refinement,
    WindowSpec window)
    implements TrainedExperiment {

  /** The kind's name in JSON. */
  public static final String KIND = "decomposition";

  public LossDecomposition {
    title = title.strip();
    var problems = new Problems().title(title);
    window.check(problems, training);
    check(problems, refinement);
    problems.refuseIfAny();
  }

  @Law
  static void check(Problems problems, RefinementSpec refinement) {
    refinement.checkEndAlone(problems);
  }

  static String defaultTitle(Optional<NetworkSpec> network, Optional<DatasetSpec> dataset) {
    return "Eq. 4"
        + network.map(n -> " of the " + n.name()).orElse("")
        + dataset.map(d -> " on " + d.name().title()).orElse("");
  }

  @Override
  public Set<NamedPoint> points() {
    return NamedPoint.REFINED;
  }
}
