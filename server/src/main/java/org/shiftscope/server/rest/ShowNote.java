package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Note;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows the note of an experiment, Markdown, or with {@code ?version=} one of its earlier versions.
 * The {@code ETag} of the newest is what {@code If-Match} must be to write the next.
 */
record ShowNote(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getNote", "Shows the note of an experiment")
        .query("version", Schemas.integer().put("minimum", 1), "An earlier version of it")
        .answers(200, "The note", ShowNote::schema)
        .withHeader(200, "ETag", "Of the newest: what If-Match must be to write the next");
  }

  /** The schema of a note. */
  static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Note",
        () ->
            Schemas.object("A note on an experiment.")
                .field("version", Schemas.integer(), "Its number; 0 where none was written")
                .field("text", Schemas.text(), "Markdown")
                .field("at", Schemas.orNull(Schemas.time()), "When it was written")
                .end());
  }

  @Override
  public void handle(Context request) {
    ExperimentId id = find.summaryIn(request).id();
    if (request.queryParam("version") == null) {
      answer(request, experiments.note(id));
      return;
    }
    int version = ReadNumber.of(request, "version", 1, 1, Integer.MAX_VALUE);
    Note note =
        experiments
            .note(id, version)
            .orElseThrow(
                () ->
                    new NotFoundResponse("The note of " + id + " has no version " + version + "."));
    request.json(json(note));
  }

  static void answer(Context request, Note newest) {
    request.header("ETag", tag(newest.version())).json(json(newest));
  }

  static String tag(int version) {
    return "\"" + version + "\"";
  }

  private static ObjectNode json(Note note) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("version", note.version())
        .put("text", note.text())
        .put("at", note.at().map(Instant::toString).orElse(null));
  }
}
