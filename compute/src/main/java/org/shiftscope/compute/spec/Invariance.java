package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Whether the terms of Eqs 3 and 4 are the same in other coordinates φ = r(θ) (Appendix C): each is
 * computed anew from the loss as a function of φ and compared, beside what is not invariant.
 *
 * @param title a person's name for it
 * @param subject what is looked at, and through which maps
 * @param tolerance the relative change up to which a term counts as the same where it must not
 *     change at all, 1e-12 to 1e-2
 */
@Id(Invariance.KIND)
@Offers(InvariancePresets.class)
public record Invariance(
    @Default("Invariance under reparametrization") String title,
    InvarianceSubject subject,
    @Default("1e-6") @Within(least = 1e-12, most = 1e-2) double tolerance)
    implements ExperimentSpec {

  /** The kind's name in JSON. */
  public static final String KIND = "invariance";

  public Invariance {
    title = title.strip();
    new Problems().title(title).within(Invariance.class, "tolerance", tolerance).refuseIfAny();
  }

  /**
   * The check of a trial's points, with what is usual.
   *
   * @param stored an experiment by its id; empty where there is none, or none that can be read
   * @throws InvalidSpec where the trial is none that can be checked
   */
  public static Invariance ofTrial(
      String experiment, int trial, Function<String, Optional<ExperimentSpec>> stored) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", KIND);
    stored
        .apply(experiment)
        .filter(source -> trial < source.trialCount())
        .ifPresent(source -> json.put("title", title(source, trial)));
    json.putObject("subject").putObject("source").put("experiment", experiment).put("trial", trial);
    return (Invariance) ReadSpec.from(json, stored);
  }

  private static String title(ExperimentSpec source, int trial) {
    String title = "Invariance: " + source.title() + ", " + source.trialLabel(trial);
    return title.substring(0, Math.min(200, title.length()));
  }

  @Override
  public Axes axes() {
    return Axes.of(subject.temperatures(), subject.seeds());
  }

  @Override
  public Optional<DatasetSpec> dataset(int trial) {
    return subject.dataset();
  }

  @Override
  public List<TrialInput> inputs() {
    return subject.inputs();
  }

  @Override
  public Optional<String> refuse(ExperimentSpec source) {
    return subject.refuse(source);
  }
}
