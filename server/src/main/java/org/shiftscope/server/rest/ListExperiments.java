package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.ReadSearch;
import org.shiftscope.storage.Search;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lists experiments, the newest first, {@code ?limit=} at a time. Where more follow, the {@code
 * Link} header has the address of the next page.
 */
record ListExperiments(Experiments experiments) implements DescribedHandler {

  private static final int LIMIT = 100;
  private static final int MOST = 1_000;

  @Override
  public RouteDescription description() {
    return RouteDescription.named("listExperiments", "Lists experiments, the newest first")
        .query(
            "q",
            Schemas.text(),
            "A search, such as kind:temperature-sweep network:cnn curvature<3; docs/searching.md has the language")
        .query(
            "text", Schemas.text(), "Words that the title, the id, the state or the spec must hold")
        .query("state", Schemas.oneOf(ExperimentState.values()), "Only those in this state")
        .query("kind", kind(), "Only those of this kind")
        .query("deleted", Schemas.truth().put("default", false), "Those in the bin instead")
        .query("archived", Schemas.truth().put("default", false), "Those in the archive instead")
        .query("limit", Schemas.integer(1, MOST).put("default", LIMIT), "At most so many")
        .query("after", Schemas.text(), "Only those submitted before the experiment with this id")
        .answers(200, "The experiments", Schemas.listOf(ExperimentJson::summarySchema))
        .withHeader(200, "Link", "Where more follow, the address of the next page, rel=next");
  }

  @Override
  public void handle(Context request) {
    int limit = ReadNumber.of(request, "limit", LIMIT, 1, MOST);
    List<ExperimentSummary> found = experiments.list(search(request), after(request), limit + 1);
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    found.stream().limit(limit).forEach(each -> json.add(ExperimentJson.summary(each)));
    if (found.size() > limit) {
      request.header("Link", "<" + next(request, found.get(limit - 1)) + ">; rel=\"next\"");
    }
    request.json(json);
  }

  /** What is given holds together; text, state, kind, archived and deleted are short for terms. */
  private static Search search(Context request) {
    return Stream.of(
            given(request, "q").map(text -> ReadSearch.of(text, "q")),
            given(request, "text").map(ListExperiments::words),
            given(request, "state").map(ListExperiments::state),
            given(request, "kind").map(kind -> Search.ALL.and("kind", List.of(kind))),
            isTrue(request, "deleted") ? Optional.of(Search.BIN) : Optional.<Search>empty(),
            isTrue(request, "archived") ? Optional.of(Search.ARCHIVE) : Optional.<Search>empty())
        .flatMap(Optional::stream)
        .reduce(Search.ALL, Search::and);
  }

  private static Search words(String text) {
    if (text.length() > ReadSearch.LONGEST) {
      throw new BadRequestResponse(
          "text must have at most "
              + ReadSearch.LONGEST
              + " characters; it has "
              + text.length()
              + ".");
    }
    return Search.words(text);
  }

  private static Search state(String id) {
    return Named.find(ExperimentState.values(), id)
        .map(state -> Search.ALL.and("state", List.of(state.id())))
        .orElseThrow(
            () ->
                new BadRequestResponse(
                    "state must be one of "
                        + Named.ids(ExperimentState.values())
                        + "; it is "
                        + id
                        + "."));
  }

  private static boolean isTrue(Context request, String name) {
    String text = given(request, name).orElse("false");
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadRequestResponse(name + " must be true or false; it is " + text + ".");
    }
    return text.equals("true");
  }

  private static Optional<ExperimentId> after(Context request) {
    return given(request, "after")
        .map(
            id ->
                ExperimentId.parse(id)
                    .orElseThrow(
                        () ->
                            new BadRequestResponse(
                                "after must be the id of an experiment; it is " + id + ".")));
  }

  private static Optional<String> given(Context request, String name) {
    return Optional.ofNullable(request.queryParam(name)).filter(text -> !text.isBlank());
  }

  /** The same question, from the last experiment of this page on. */
  private static String next(Context request, ExperimentSummary last) {
    return Stream.concat(
            request.queryParamMap().entrySet().stream()
                .filter(given -> !given.getKey().equals("after"))
                .map(given -> given.getKey() + "=" + encoded(given.getValue().getFirst())),
            Stream.of("after=" + last.id()))
        .collect(Collectors.joining("&", request.path() + "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static ObjectNode kind() {
    ObjectNode schema = Schemas.text();
    ExperimentSpec.kinds().forEach(schema.withArray("enum")::add);
    return schema;
  }
}
