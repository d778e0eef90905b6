package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.finding.Include.Measured;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.ui.chart.ScatterChoice;
import org.shiftscope.ui.sharing.ShareSubject;
import org.shiftscope.ui.sharing.ShareTerms;
import org.shiftscope.ui.sharing.WhatIsShared;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a request asks to share, and on which terms; gathers what is wrong by field. */
final class ReadShareRequest {

  private static final Set<String> FIELDS =
      Set.of(
          "subject",
          "experiments",
          "trial",
          "include",
          "without",
          "scatter",
          "expiresInDays",
          "kept",
          "note");

  private final JsonNode body;
  private final List<Problem> problems = new ArrayList<>();

  private ReadShareRequest(JsonNode body) {
    this.body = body;
  }

  /** What is asked for. */
  record Asked(WhatIsShared what, ShareTerms terms) {}

  /** The schema of what {@link #of} reads. */
  static ObjectNode schema() {
    return Schemas.object("What to share, and for how long.")
        .option(
            "subject",
            Schemas.oneOf(ShareSubject.values()),
            "What of the experiments; the experiment itself")
        .field(
            "experiments",
            Schemas.listOf(Schemas.text()),
            "Their ids, the first the reference of a comparison")
        .option("trial", Schemas.orNull(Schemas.integer()), "The number of the trial, of a trial")
        .option("include", ReadInclude.schema(), "Which trials count")
        .option(
            "without",
            Schemas.listOf(Schemas.integer()),
            "Numbers of trials that are left out by hand, of an experiment")
        .option("scatter", scatterSchema(), "Which quantities are against each other")
        .option("expiresInDays", daysSchema(), "Days until the link ends; null for never")
        .option("kept", Schemas.truth(), "Whether it outlives its experiments")
        .option("note", Schemas.text(), "What its readers are told first, in Markdown")
        .end();
  }

  /** The schema of what {@link #newDays} reads. */
  static ObjectNode newDaysSchema() {
    return Schemas.object("When a link ends.")
        .field("expiresInDays", daysSchema(), "Days from now; null for never")
        .end();
  }

  private static ObjectNode daysSchema() {
    return Schemas.orNull(Schemas.integer().put("minimum", 1));
  }

  static Asked of(Context request) {
    var read = new ReadShareRequest(ReadBody.asJson(request, "what to share"));
    read.refuseUnknown(FIELDS);
    ShareSubject subject = read.named(ShareSubject.values(), "subject", ShareSubject.EXPERIMENT);
    Include include =
        Include.of(read.named(Measured.values(), "include", Measured.COUNTED))
            .without(read.without());
    List<String> experiments = read.experiments();
    Optional<Integer> trial = read.whole("trial", Optional.empty());
    ScatterChoice scatter = read.scatter();
    Optional<Integer> days = read.days(Optional.of(ShareTerms.DEFAULT_DAYS));
    boolean kept = read.flag("kept");
    String note = read.text("note");
    read.refuseIfAny();
    return new Asked(
        new WhatIsShared(subject, experiments, trial, include, scatter),
        new ShareTerms(days, kept, note));
  }

  /** A new end of a link: {@code {"expiresInDays": 7}}, null for never. */
  static Optional<Integer> newDays(Context request) {
    var read = new ReadShareRequest(ReadBody.asJson(request, "when the link ends"));
    read.refuseUnknown(Set.of("expiresInDays"));
    if (!read.body.has("expiresInDays")) {
      read.problem("expiresInDays", "must be a whole number of days, or null for never", "");
    }
    Optional<Integer> days = read.days(Optional.empty());
    read.refuseIfAny();
    return new ShareTerms(days, false, "").expiresInDays();
  }

  private void refuseUnknown(Set<String> known) {
    OnlyFields.of(body, known, problems);
  }

  private <E extends Named> E named(E[] values, String field, E otherwise) {
    JsonNode given = body.path(field);
    if (given.isMissingNode()) {
      return otherwise;
    }
    return Named.find(values, given.asString(""))
        .orElseGet(
            () -> {
              problem(
                  field, "must be one of " + Named.ids(values), given.asString(given.toString()));
              return otherwise;
            });
  }

  private List<String> experiments() {
    JsonNode given = body.path("experiments");
    if (!given.isArray() || !given.valueStream().allMatch(JsonNode::isString)) {
      problem(
          "experiments",
          "must be a list of ids of experiments",
          given.isMissingNode() ? "" : given.toString());
      return List.of();
    }
    return given.valueStream().map(JsonNode::asString).toList();
  }

  private static ObjectNode scatterSchema() {
    Schemas.Fields fields = Schemas.object("As the query of the figure scatter has them.");
    ScatterChoice.names().forEach(name -> fields.option(name, Schemas.text(), "A name"));
    return fields.end();
  }

  private ScatterChoice scatter() {
    JsonNode given = body.path("scatter");
    if (given.isMissingNode()) {
      return ScatterChoice.FIRST;
    }
    if (!given.isObject()
        || given
            .propertyStream()
            .anyMatch(each -> !ScatterChoice.names().contains(each.getKey()))) {
      problem("scatter", "must have no fields but " + String.join(", ", ScatterChoice.names()), "");
      return ScatterChoice.FIRST;
    }
    return ScatterChoice.from(
        name -> Optional.of(given.path(name)).filter(JsonNode::isString).map(JsonNode::asString));
  }

  private List<Integer> without() {
    JsonNode given = body.path("without");
    if (given.isMissingNode()) {
      return List.of();
    }
    if (!given.isArray()
        || !given
            .valueStream()
            .allMatch(each -> each.isIntegralNumber() && each.canConvertToInt())) {
      problem("without", "must be a list of numbers of trials", given.toString());
      return List.of();
    }
    return given.valueStream().map(JsonNode::asInt).toList();
  }

  private Optional<Integer> days(Optional<Integer> otherwise) {
    return body.path("expiresInDays").isNull()
        ? Optional.empty()
        : whole("expiresInDays", otherwise);
  }

  private Optional<Integer> whole(String field, Optional<Integer> otherwise) {
    JsonNode given = body.path(field);
    if (given.isMissingNode() || given.isNull()) {
      return otherwise;
    }
    if (!given.canConvertToInt() || !given.isIntegralNumber()) {
      problem(field, "must be a whole number", given.toString());
      return otherwise;
    }
    return Optional.of(given.asInt());
  }

  private boolean flag(String field) {
    JsonNode given = body.path(field);
    if (!given.isMissingNode() && !given.isBoolean()) {
      problem(field, "must be true or false", given.toString());
    }
    return given.isBoolean() && given.asBoolean();
  }

  private String text(String field) {
    JsonNode given = body.path(field);
    if (!given.isMissingNode() && !given.isString()) {
      problem(field, "must be a text", given.toString());
    }
    return given.isString() ? given.asString() : "";
  }

  private void problem(String field, String law, String value) {
    problems.add(new Problem(field, law, value));
  }

  private void refuseIfAny() {
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
  }
}
