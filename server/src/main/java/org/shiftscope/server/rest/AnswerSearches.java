package org.shiftscope.server.rest;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.SavedSearch;
import org.shiftscope.storage.SavedSearches;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The searches that people keep: {@code {name, query}}, each with an id that its address holds. */
record AnswerSearches(SavedSearches searches) {

  private static final String ALL = "/api/searches";
  private static final String ONE = ALL + "/{id}";

  void on(RoutesConfig routes) {
    routes
        .get(
            ALL,
            new Described(
                RouteDescription.named("listSearches", "Lists the saved searches")
                    .answers(200, "The searches", Schemas.listOf(AnswerSearches::schema)),
                this::list))
        .post(
            ALL,
            new Described(
                asking("saveSearch", "Keeps a search under a name")
                    .answers(201, "The search", AnswerSearches::schema)
                    .withHeader(201, "Location", "Its address"),
                this::keep))
        .get(ONE, new Described(shows("getSearch", "Shows a saved search"), this::show))
        .put(
            ONE,
            new Described(
                asking("changeSearch", "Changes a saved search")
                    .answers(200, "The search", AnswerSearches::schema),
                this::change))
        .delete(ONE, new Described(shows("deleteSearch", "Deletes a saved search"), this::delete))
        .post(
            ONE + "/restore",
            new Described(shows("restoreSearch", "Brings a deleted search back"), this::restore));
  }

  private static RouteDescription shows(String id, String summary) {
    return RouteDescription.named(id, summary).answers(200, "The search", AnswerSearches::schema);
  }

  private static RouteDescription asking(String id, String summary) {
    return RouteDescription.named(id, summary)
        .takes(
            all ->
                Schemas.object("A search to keep.")
                    .field("name", Schemas.text(), "A person's name for it")
                    .field("query", Schemas.text(), "What is searched for, as in ?q= of the list")
                    .end(),
            "The search")
        .refuses(ProblemType.INVALID_SPEC, "A field breaks a law.");
  }

  void list(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    searches.all().forEach(search -> json.add(json(search, request.contextPath())));
    request.json(json);
  }

  void keep(Context request) {
    Asked asked = asked(request);
    SavedSearch kept = searches.keep(asked.name(), asked.query());
    request
        .status(HttpStatus.CREATED)
        .header("Location", request.contextPath() + "/api/searches/" + kept.id())
        .json(json(kept, request.contextPath()));
  }

  void show(Context request) {
    request.json(json(find(request), request.contextPath()));
  }

  void change(Context request) {
    Asked asked = asked(request);
    answer(request, searches.change(id(request), asked.name(), asked.query()));
  }

  void delete(Context request) {
    SavedSearch gone = find(request);
    searches.delete(gone.id());
    request.json(json(gone, request.contextPath()));
  }

  void restore(Context request) {
    answer(request, searches.restore(id(request)));
  }

  private void answer(Context request, boolean changed) {
    if (!changed) {
      throw none(request);
    }
    show(request);
  }

  private SavedSearch find(Context request) {
    return searches.find(id(request)).orElseThrow(() -> none(request));
  }

  private static NotFoundResponse none(Context request) {
    return new NotFoundResponse(
        "There is no saved search " + id(request) + " of which this can be asked.");
  }

  private static String id(Context request) {
    return request.pathParam("id");
  }

  private record Asked(String name, String query) {}

  private static Asked asked(Context request) {
    JsonNode json = ReadBody.asJson(request, "an object");
    List<Problem> problems = new ArrayList<>();
    OnlyFields.of(json, Set.of("name", "query"), problems);
    for (String field : List.of("name", "query")) {
      if (json.isObject() && !json.path(field).isString()) {
        problems.add(new Problem(field, "must be a text", json.path(field).toString()));
      }
    }
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return new Asked(json.path("name").asString(), json.path("query").asString());
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "SavedSearch",
        () ->
            Schemas.object("A search that is kept under a name.")
                .field("id", Schemas.text(), "Its id")
                .field("name", Schemas.text(), "A person's name for it")
                .field("query", Schemas.text(), "What is searched for, as in ?q= of the list")
                .field("created", Schemas.time(), "When it was kept")
                .field(
                    "links",
                    Schemas.of("object").set("additionalProperties", Schemas.text()).asObject(),
                    "Its page")
                .end());
  }

  private static ObjectNode json(SavedSearch search, String root) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", search.id())
            .put("name", search.name())
            .put("query", search.query())
            .put("created", search.created().toString());
    json.putObject("links").put("page", root + "/?search=" + search.id());
    return json;
  }
}
