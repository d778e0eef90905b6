package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.TextLaws;

/**
 * What a person wants to have otherwise of an experiment; what is empty stays as it is.
 *
 * @param title its name, 1 to 200 characters; the spec keeps the one that it was submitted with
 * @param tags all that it is to have, brought to the one form of {@link Tags}
 * @param favourite whether it is to be one
 * @param archived whether it is to be out of the list
 * @param priority −10 to 10, as {@link Queueing#priority}
 * @param trialHours how long each of its trials may take, above 0; 0 for the server's own limit
 */
public record ExperimentEdit(
    Optional<String> title,
    Optional<List<String>> tags,
    Optional<Boolean> favourite,
    Optional<Boolean> archived,
    Optional<Integer> priority,
    Optional<Double> trialHours) {

  private static final ExperimentEdit NOTHING =
      new ExperimentEdit(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * An edit.
   *
   * @throws InvalidSpec with every problem by field
   */
  public ExperimentEdit {
    List<Problem> problems = new ArrayList<>();
    title = title.map(String::strip);
    title.map(TextLaws::title).ifPresent(problems::addAll);
    tags.map(Tags::problems).ifPresent(problems::addAll);
    priority.flatMap(Queueing::problem).ifPresent(problems::add);
    trialHours.filter(hours -> hours != 0).flatMap(Queueing::problem).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    tags = tags.map(Tags::normalised);
  }

  /** An edit of labels alone. */
  public ExperimentEdit(
      Optional<String> title,
      Optional<List<String>> tags,
      Optional<Boolean> favourite,
      Optional<Boolean> archived) {
    this(title, tags, favourite, archived, Optional.empty(), Optional.empty());
  }

  /** How its trials wait. */
  public static ExperimentEdit queueing(Queueing queueing) {
    return new ExperimentEdit(
        NOTHING.title,
        NOTHING.tags,
        NOTHING.favourite,
        NOTHING.archived,
        Optional.of(queueing.priority()),
        Optional.of(queueing.trialLimit().map(Queueing::hours).orElse(0.0)));
  }

  /** Another title. */
  public static ExperimentEdit title(String title) {
    return new ExperimentEdit(
        Optional.of(title), NOTHING.tags, NOTHING.favourite, NOTHING.archived);
  }

  /** Other tags. */
  public static ExperimentEdit tags(List<String> tags) {
    return new ExperimentEdit(
        NOTHING.title, Optional.of(tags), NOTHING.favourite, NOTHING.archived);
  }

  /** A favourite, or none. */
  public static ExperimentEdit favourite(boolean favourite) {
    return new ExperimentEdit(
        NOTHING.title, NOTHING.tags, Optional.of(favourite), NOTHING.archived);
  }

  /** Out of the list, or back in it. */
  public static ExperimentEdit archived(boolean archived) {
    return new ExperimentEdit(
        NOTHING.title, NOTHING.tags, NOTHING.favourite, Optional.of(archived));
  }
}
