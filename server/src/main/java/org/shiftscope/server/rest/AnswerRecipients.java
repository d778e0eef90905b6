package org.shiftscope.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.Notices;
import org.shiftscope.storage.Recipient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who is told of experiments that ended: webhooks and e-mail. For administrators. */
record AnswerRecipients(Notices notices) {

  private static final String ALL = "/api/recipients";
  private static final String ONE = ALL + "/{id}";
  private static final Set<ExperimentState> MOST_WANT =
      Set.of(ExperimentState.FINISHED, ExperimentState.FAILED);

  void on(RoutesConfig routes) {
    routes
        .get(
            ALL,
            new Described(
                RouteDescription.named(
                        "listRecipients", "Lists who is told of experiments that ended")
                    .answers(200, "The recipients", Schemas.listOf(AnswerRecipients::schema)),
                this::list))
        .post(
            ALL,
            new Described(
                RouteDescription.named("addRecipient", "Adds somebody who is told")
                    .says("A test is sent at once. The secret is told this once.")
                    .takes(
                        all ->
                            Schemas.object("Who is told of what.")
                                .field(
                                    "address",
                                    Schemas.text(),
                                    "https://... for a webhook, mailto:... for e-mail")
                                .option(
                                    "toldOf",
                                    states(),
                                    "States of experiments; finished and failed where left out")
                                .end(),
                        "The recipient")
                    .answers(201, "The recipient, with its secret", AnswerRecipients::added)
                    .withHeader(201, "Location", "Its address")
                    .refuses(ProblemType.INVALID_SPEC, "A field breaks a law."),
                this::add))
        .patch(
            ONE,
            new Described(
                shows("changeRecipient", "Changes of what one is told, and whether it is")
                    .takes(
                        all ->
                            Schemas.object("What changes.")
                                .option("toldOf", states(), "States of experiments")
                                .option("enabled", Schemas.truth(), "Whether it is told")
                                .end(),
                        "What changes"),
                this::change))
        .post(
            ONE + "/test", new Described(shows("testRecipient", "Sends a test to one"), this::test))
        .delete(
            ONE,
            new Described(
                shows("removeRecipient", "Takes one away, with what is on its way to it"),
                this::remove));
  }

  private static RouteDescription shows(String id, String summary) {
    return RouteDescription.named(id, summary)
        .answers(200, "The recipient", AnswerRecipients::schema);
  }

  void list(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    notices.recipients().forEach(each -> json.add(json(each)));
    request.json(json);
  }

  void add(Context request) {
    ObjectNode asked = ReadBody.asObject(request, "address", "toldOf");
    Notices.Added added = notices.add(ReadBody.text(asked, "address"), toldOf(asked, MOST_WANT));
    request
        .status(HttpStatus.CREATED)
        .header("Location", request.contextPath() + ALL + "/" + added.recipient().id())
        .json(json(added.recipient()).put("secret", added.secret()));
  }

  void change(Context request) {
    Recipient before = find(request);
    ObjectNode asked = ReadBody.asObject(request, "toldOf", "enabled");
    JsonNode enabled = asked.path("enabled");
    if (!enabled.isMissingNode() && !enabled.isBoolean()) {
      throw InvalidSpec.of(
          List.of(new Problem("enabled", "must be true or false", enabled.toString())));
    }
    notices.change(
        before.id(), toldOf(asked, before.toldOf()), enabled.asBoolean(before.enabled()));
    request.json(json(find(request)));
  }

  void test(Context request) {
    Recipient one = find(request);
    notices.test(one.id());
    request.json(json(one));
  }

  void remove(Context request) {
    Recipient gone = find(request);
    notices.remove(gone.id());
    request.json(json(gone));
  }

  private Recipient find(Context request) {
    String id = request.pathParam("id");
    return notices
        .find(id)
        .orElseThrow(() -> new NotFoundResponse("There is no recipient " + id + "."));
  }

  private static Set<ExperimentState> toldOf(ObjectNode asked, Set<ExperimentState> otherwise) {
    JsonNode names = asked.path("toldOf");
    if (names.isMissingNode()) {
      return otherwise;
    }
    List<Problem> problems = new ArrayList<>();
    Set<ExperimentState> states = EnumSet.noneOf(ExperimentState.class);
    if (!names.isArray()) {
      problems.add(new Problem("toldOf", "must be a list of states", names.toString()));
    }
    names
        .values()
        .forEach(
            name ->
                Named.find(ExperimentState.values(), name.asString(""))
                    .ifPresentOrElse(
                        states::add,
                        () ->
                            problems.add(
                                new Problem(
                                    "toldOf",
                                    "must name finished, failed or cancelled",
                                    name.toString()))));
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return states;
  }

  private static ObjectNode states() {
    return Schemas.listOf(Schemas.text());
  }

  private static ObjectNode added(SchemaDefinitions all) {
    return fields().field("secret", Schemas.text(), "Signs what is sent: told this once").end();
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer("Recipient", () -> fields().end());
  }

  private static Schemas.Fields fields() {
    return Schemas.object("Who is told of experiments that ended.")
        .field("id", Schemas.text(), "Its id")
        .field("address", Schemas.text(), "Where notices go")
        .field("toldOf", states(), "States of experiments of which it is told")
        .field("enabled", Schemas.truth(), "Whether it is told of anything now")
        .field("created", Schemas.time(), "When it was added")
        .field(
            "last",
            Schemas.orNull(
                Schemas.object("")
                    .field("at", Schemas.time(), "When it was tried last")
                    .field("tries", Schemas.integer(), "How often it was tried")
                    .field("delivered", Schemas.truth(), "Whether it was taken")
                    .field("answer", Schemas.text(), "What was answered")
                    .field("next", Schemas.orNull(Schemas.time()), "When it is tried again")
                    .end()),
            "The newest notice that was tried");
  }

  private static ObjectNode json(Recipient recipient) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", recipient.id())
            .put("address", recipient.address());
    ArrayNode states = json.putArray("toldOf");
    recipient.toldOf().forEach(state -> states.add(state.id()));
    json.put("enabled", recipient.enabled()).put("created", recipient.created().toString());
    json.set(
        "last",
        recipient
            .last()
            .map(
                last ->
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("at", last.at().toString())
                        .put("tries", last.tries())
                        .put("delivered", last.delivered())
                        .put("answer", last.answer())
                        .put("next", last.next().map(Instant::toString).orElse(null)))
            .orElse(null));
    return json;
  }
}
