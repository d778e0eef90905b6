package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.export.Table;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.spec.Problem;
import tools.jackson.databind.node.ObjectNode;

/** Answers with a table in the format that a request names: {@code ?format=csv}. */
final class AnswerTable {

  /** The query parameter with the format. */
  static final String FORMAT = "format";

  private AnswerTable() {}

  /** Says of a route that it answers with a table, or in other formats. */
  static RouteDescription describe(RouteDescription route, String what, String... others) {
    ObjectNode formats = Schemas.oneOf(TableFormat.values());
    Stream.of(others).forEach(formats.withArray("enum")::add);
    RouteDescription described = route.query(FORMAT, formats, "In which format");
    for (TableFormat format : TableFormat.values()) {
      described =
          described.answers(
              200,
              what + " as " + format.title() + ".",
              format.contentType(),
              Schemas.plain(Schemas.of(format == TableFormat.JSON ? "array" : "string")));
    }
    return described;
  }

  /** Whether a request asks for a table where something else is answered otherwise. */
  static boolean isAsked(Context request) {
    return request.queryParam(FORMAT) != null;
  }

  /** {@code file}: the name of the file, without its end. */
  static void with(Context request, Table table, String file) {
    TableFormat format = format(request);
    request
        .contentType(format.contentType())
        .header("Content-Disposition", "attachment; filename=\"" + file + "." + format.id() + "\"")
        .result(format.write(table));
  }

  private static TableFormat format(Context request) {
    String asked = Optional.ofNullable(request.queryParam(FORMAT)).orElse(TableFormat.CSV.id());
    return Named.find(TableFormat.values(), asked)
        .orElseThrow(
            () ->
                InvalidSpec.of(
                    List.of(
                        new Problem(
                            FORMAT, "must be one of " + Named.ids(TableFormat.values()), asked))));
  }
}
