package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The points of a finished trial that trained a network. Only {@code source} must be given: what
 * the experiment there says of its training is taken from it.
 *
 * @param source the trial
 * @param training how its network was trained: at its temperature, seed and split alone
 * @param testLambda the L2 coefficient λ that its test loss carries
 * @param maps the coordinates
 * @param iterates where b and Σ are taken
 */
@Id(TrialSubject.OF)
public record TrialSubject(
    SourceTrial source,
    TrainingSpec training,
    @Within(least = 0, most = 100) double testLambda,
    @Default(by = "mapsFor") MapsSpec maps,
    @Default("{\"count\": 16, \"stepsBetween\": 10}") IteratesSpec iterates)
    implements InvarianceSubject {

  /** The name in JSON. */
  public static final String OF = "trial";

  private static final NamedPoint[] NEEDED = {
    NamedPoint.TRAIN_POINT, NamedPoint.TEST_POINT, NamedPoint.SGD_END
  };

  static final String NO_SUCH_KIND =
      "must be an experiment of a kind that keeps its train and test points: "
          + "temperature-sweep or overparametrized, for two";

  public TrialSubject {
    var problems = new Problems();
    problems.require(
        training.axes().count() == 1 && training.start().isEmpty(),
        "training",
        "must be that of one trial: one temperature, one seed, one split at most, no start",
        "");
    problems.within(TrialSubject.class, "testLambda", testLambda);
    Optional<String> why = whyNotRescaled(training.network());
    problems.require(
        why.isEmpty() || maps.rescaling().isEmpty(),
        "maps.rescaling",
        why.orElse(""),
        maps.rescaling());
    problems.require(
        why.isEmpty() || maps.rescalingByChannel().isEmpty(),
        "maps.rescalingByChannel",
        why.orElse(""),
        maps.rescalingByChannel());
    problems.refuseIfAny();
  }

  /** Why the layers of a network cannot be rescaled: a law; empty where they can. */
  private static Optional<String> whyNotRescaled(NetworkSpec network) {
    if (network instanceof NetworkSpec.Mlp mlp && mlp.hidden().isEmpty()) {
      return Optional.of("must be empty: this network has one layer, and no pair of them");
    }
    return network.activation() == Activation.RELU
        ? Optional.empty()
        : Optional.of(
            "must be empty: it needs an activation with f(αz) = αf(z) for α > 0, as ReLU,"
                + " which "
                + network.activation().title()
                + " is not");
  }

  static MapsSpec mapsFor(Optional<TrainingSpec> training) {
    boolean rescaled = training.filter(it -> whyNotRescaled(it.network()).isEmpty()).isPresent();
    return new MapsSpec(
        rescaled ? List.of(10.0, 0.1) : List.of(),
        List.of(),
        List.of(100.0),
        List.of(1.0),
        List.of());
  }

  @Override
  public Temperatures temperatures() {
    return training.temperatures();
  }

  @Override
  public Seeds seeds() {
    return training.seeds();
  }

  @Override
  public Optional<DatasetSpec> dataset() {
    return Optional.of(training.dataset());
  }

  @Override
  public List<TrialInput> inputs() {
    return source.inputs("subject.source", NEEDED);
  }

  @Override
  public Optional<String> refuse(ExperimentSpec stored) {
    if (!(stored instanceof TrainedExperiment trained) || !keepsPoints(stored)) {
      return Optional.of(NO_SUCH_KIND);
    }
    return source.trial() >= stored.trialCount() || agrees(trained)
        ? Optional.empty()
        : Optional.of(
            "must have trained as subject.training and subject.testLambda say: leave both out, and"
                + " they are taken from it");
  }

  private boolean agrees(TrainedExperiment trained) {
    return trained.training(source.trial()).equals(training) && trained.testLambda() == testLambda;
  }

  /** Whether trials of an experiment have all the points that are looked at. */
  public static boolean keepsPoints(ExperimentSpec stored) {
    return stored instanceof TrainedExperiment && stored.points().containsAll(Set.of(NEEDED));
  }

  /** What the JSON of a subject leaves out, from the experiment that it names. */
  static void fill(ObjectNode subject, int trial, ExperimentSpec stored) {
    if (stored instanceof TrainedExperiment trained) {
      if (!subject.has("training")) {
        subject.set("training", WriteSpec.toJson(trained.training(trial)));
      }
      if (!subject.has("testLambda")) {
        subject.set("testLambda", JsonNodeFactory.instance.numberNode(trained.testLambda()));
      }
    }
  }
}
