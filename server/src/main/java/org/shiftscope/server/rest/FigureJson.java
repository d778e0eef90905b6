package org.shiftscope.server.rest;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A figure in a list, in JSON. */
final class FigureJson {

  private FigureJson() {}

  /** Those of a list. {@code address}: of each, by its id. */
  static ArrayNode of(List<Figure> figures, UnaryOperator<String> address) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    for (Figure figure : figures) {
      json.addObject()
          .put("id", figure.id())
          .put("title", Notation.plain(figure.caption().title()))
          .put("sentence", Notation.plain(figure.caption().sentence()))
          .put("link", address.apply(figure.id()));
    }
    return json;
  }

  static Function<SchemaDefinitions, ObjectNode> schema() {
    return Schemas.listOf(
        all ->
            Schemas.object("A figure.")
                .field("id", Schemas.text(), "Its id")
                .field("title", Schemas.text(), "What is drawn")
                .field("sentence", Schemas.text(), "What it shows")
                .field("link", Schemas.text(), "Its address")
                .end());
  }
}
