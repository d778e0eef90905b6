package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Note;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists the versions of an experiment's note, the newest first, without their texts. */
record ListNoteVersions(FindExperiment find, Experiments experiments) implements Handler {

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
