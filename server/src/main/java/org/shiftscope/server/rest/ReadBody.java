package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpException;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the JSON that a request carries, most often a spec. */
final class ReadBody {

  private static final int LIMIT = 1_000_000;

  private ReadBody() {}

  /** {@code experiments}: those that a spec may name, for what it leaves to them. */
  static ExperimentSpec asSpec(Context request, Experiments experiments) {
    return asSpec(bytes(request), experiments);
  }

  /** Of the bytes that {@link #bytes} read. */
  static ExperimentSpec asSpec(byte[] body, Experiments experiments) {
    return ReadSpec.from(asJson(body, "an experiment's spec"), experiments::spec);
  }

  /** {@code what}: what the body must be, in words. */
  static JsonNode asJson(Context request, String what) {
    return asJson(bytes(request), what);
  }

  /** A JSON object with none but these fields. */
  static ObjectNode asObject(Context request, String... known) {
    JsonNode json = asJson(request, "an object");
    List<Problem> problems = new ArrayList<>();
    OnlyFields.of(json, Set.of(known), problems);
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return json.asObject();
  }

  /** What it must hold under a name. */
  static String text(ObjectNode object, String name) {
    JsonNode text = object.path(name);
    if (!text.isString()) {
      throw InvalidSpec.of(List.of(new Problem(name, "must be given, as text", "")));
    }
    return text.asString();
  }

  private static JsonNode asJson(byte[] body, String what) {
    if (body.length == 0) {
      throw new BadRequestResponse("The body is empty: it must be " + what + " as JSON.");
    }
    try {
      return ReadJson.strictly(body);
    } catch (IllegalArgumentException notJson) {
      throw new BadRequestResponse("The body " + notJson.getMessage());
    }
  }

  /** Reads no more than the limit, whatever length the request claims or hides. */
  static byte[] bytes(Context request) {
    try {
      byte[] body = request.req().getInputStream().readNBytes(LIMIT + 1);
      if (body.length > LIMIT) {
        throw new ContentTooLargeResponse("The body is larger than 1 MB.");
      }
      return body;
    } catch (IOException | HttpException.RuntimeException e) { // such as chunks without a size
      throw new BadRequestResponse("The body could not be read: " + e.getMessage() + ".");
    }
  }
}
