package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Note;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the versions of an experiment's note, the newest first, without their texts. */
record ListNoteVersions(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "listNoteVersions", "Lists the versions of the note, the newest first")
        .answers(200, "The versions, without their texts", all -> Schemas.listOf(version()));
  }

  private static ObjectNode version() {
    return Schemas.object("A version of a note.")
        .field("version", Schemas.integer(), "Its number, from 1")
        .field("characters", Schemas.integer(), "How long its text is")
        .field("at", Schemas.time(), "When it was written")
        .end();
  }

  @Override
  public void handle(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Note.Version version : experiments.noteVersions(find.summaryIn(request).id())) {
      json.addObject()
          .put("version", version.version())
          .put("characters", version.characters())
          .put("at", version.at().toString());
    }
    request.json(json);
  }
}
