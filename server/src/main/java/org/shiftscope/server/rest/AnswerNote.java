package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Note;
import tools.jackson.databind.JsonNode;

/**
 * Writes the next version of a note: {@code {text}}, with the {@code ETag} of the version that its
 * writer began with in {@code If-Match}. 412 where somebody wrote since: nothing is lost then, and
 * the answer says which version to begin with. 428 without {@code If-Match}.
 */
record AnswerNote(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("writeNote", "Writes the next version of the note")
        .header(
            "If-Match",
            Schemas.text(),
            "The ETag of the version that its writer began with; needed")
        .takes(
            all -> Schemas.object("A note.").field("text", Schemas.text(), "Markdown").end(),
            "The whole text")
        .answers(200, "The note as it is now", ShowNote::schema)
        .withHeader(200, "ETag", "What If-Match must be to write the next")
        .refuses(ProblemType.INVALID_SPEC, "The text breaks a law.")
        .refuses(ProblemType.CONFLICT, "The experiment is deleted.")
        .refuses(ProblemType.PRECONDITION_FAILED, "Somebody wrote meanwhile.")
        .refuses(ProblemType.PRECONDITION_REQUIRED, "There is no If-Match.");
  }

  @Override
  public void handle(Context request) {
    ExperimentSummary experiment = find.summaryIn(request);
    int begunWith = begunWith(request);
    String text = text(ReadBody.asJson(request, "an object"));
    if (experiment.deleted().isPresent()) {
      throw new ConflictResponse(
          "Experiment " + experiment.id() + " is deleted: restore it before writing its note.");
    }
    Note written =
        experiments
            .writeNote(experiment.id(), begunWith, text)
            .orElseThrow(() -> writtenMeanwhile(experiment, begunWith));
    ShowNote.answer(request, written);
  }

  private static int begunWith(Context request) {
    String match = request.header("If-Match");
    if (match == null) {
      throw new HttpResponseException(
          HttpStatus.PRECONDITION_REQUIRED,
          "Name the version that you began with, the ETag of GET, in the header If-Match: so that"
              + " nobody writes over what another wrote meanwhile.",
          Map.of());
    }
    try {
      return Integer.parseInt(version(match));
    } catch (NumberFormatException none) {
      throw new BadRequestResponse(
          "If-Match must be the ETag of the note, such as "
              + ShowNote.tag(3)
              + "; it is "
              + match
              + ".");
    }
  }

  /** A compressed answer's ETag says so behind the version. */
  private static String version(String match) {
    return match.strip().replaceFirst("^W/", "").replace("\"", "").replaceFirst("--gzip$", "");
  }

  private static String text(JsonNode json) {
    List<Problem> problems = new ArrayList<>();
    OnlyFields.of(json, Set.of("text"), problems);
    if (json.isObject() && !json.path("text").isString()) {
      problems.add(new Problem("text", "must be a text", json.path("text").toString()));
    }
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return json.path("text").asString();
  }

  private HttpResponseException writtenMeanwhile(ExperimentSummary experiment, int begunWith) {
    int newest = experiments.note(experiment.id()).version();
    return new HttpResponseException(
        HttpStatus.PRECONDITION_FAILED,
        "Somebody wrote the note meanwhile: version "
            + newest
            + " is the newest, and you began with version "
            + begunWith
            + ". Nothing was changed; read it, put both together, and write with If-Match: "
            + ShowNote.tag(newest)
            + ".",
        Map.of());
  }
}
