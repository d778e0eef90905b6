package org.shiftscope.server.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.ExperimentEdit;
import org.shiftscope.storage.Queueing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is to be otherwise of an experiment, with every problem by field. */
final class ReadEdit {

  private final JsonNode json;
  private final List<Problem> problems = new ArrayList<>();

  private ReadEdit(JsonNode json) {
    this.json = json;
  }

  /**
   * The edit that a body asks for.
   *
   * @throws InvalidSpec where it breaks a law
   */
  static ExperimentEdit of(JsonNode json) {
    return new ReadEdit(json).read();
  }

  /** The schema of what it reads. */
  static ObjectNode schema() {
    return Schemas.object("What people put on an experiment.")
        .option("title", Schemas.text(), "A person's name for it")
        .option("tags", Schemas.listOf(Schemas.text()), "All of its tags")
        .option("favourite", Schemas.truth(), "Whether it is a favourite")
        .option("archived", Schemas.truth(), "Whether it is out of the list, without being deleted")
        .option(
            "priority",
            Schemas.integer(-Queueing.HIGHEST, Queueing.HIGHEST),
            "Those of a higher one go first")
        .option(
            "trialHours",
            Schemas.orNull(Schemas.number()),
            "Hours that each trial may take, over all its attempts; null for the server's own limit")
        .end();
  }

  private ExperimentEdit read() {
    OnlyFields.of(
        json, Set.of("title", "tags", "favourite", "archived", "priority", "trialHours"), problems);
    Optional<String> title = field("title", "a text", JsonNode::isString, JsonNode::asString);
    Optional<List<String>> tags =
        field("tags", "a list of texts", ReadEdit::isTexts, ReadEdit::texts);
    Optional<Boolean> favourite = truth("favourite");
    Optional<Boolean> archived = truth("archived");
    Optional<Integer> priority =
        field("priority", "a whole number", JsonNode::canConvertToInt, JsonNode::intValue);
    Optional<Double> hours =
        field(
            "trialHours",
            "a number of hours above 0, or null",
            json -> json.isNull() || json.isNumber() && json.doubleValue() > 0,
            json -> json.isNull() ? 0 : json.doubleValue());
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return new ExperimentEdit(title, tags, favourite, archived, priority, hours);
  }

  private Optional<Boolean> truth(String name) {
    return field(name, "true or false", JsonNode::isBoolean, JsonNode::asBoolean);
  }

  private <T> Optional<T> field(
      String name, String law, Predicate<JsonNode> holds, Function<JsonNode, T> read) {
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!holds.test(value)) {
      problems.add(new Problem(name, "must be " + law, value.toString()));
      return Optional.empty();
    }
    return Optional.of(read.apply(value));
  }

  private static boolean isTexts(JsonNode value) {
    return value.isArray() && value.valueStream().allMatch(JsonNode::isString);
  }

  private static List<String> texts(JsonNode value) {
    return value.valueStream().map(JsonNode::asString).toList();
  }
}
