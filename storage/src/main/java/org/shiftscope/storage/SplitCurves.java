package org.shiftscope.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the long series out of a result's JSON and puts them back, whatever the kind of result: any
 * array of 16 or more numbers with a point, or nulls. Whole numbers stay in the JSON, where they
 * are exact.
 */
final class SplitCurves {

  private static final int LONG = 16;

  private SplitCurves() {}

  /**
   * Takes the long series out.
   *
   * @param json a result's JSON; Modified: null stands where a series was
   * @return the series by their paths, {@code line.alpha}; NaN for null
   */
  static Map<String, double[]> takeOut(ObjectNode json) {
    Map<String, double[]> curves = new LinkedHashMap<>();
    walk(
        json,
        "",
        (path, node) -> {
          if (!isCurve(node)) {
            return node;
          }
          curves.put(path, numbers(node));
          return JsonNodeFactory.instance.nullNode();
        });
    return curves;
  }

  /**
   * Puts back what {@link #takeOut} took.
   *
   * @param json what it left; Modified
   * @param curves what it returned; Not modified
   */
  static void putBack(ObjectNode json, Map<String, double[]> curves) {
    walk(
        json,
        "",
        (path, node) -> {
          double[] curve = curves.get(path);
          return curve == null ? node : array(curve);
        });
  }

  private interface Replace {
    JsonNode at(String path, JsonNode node);
  }

  /** Offers every node under a node, with its path, and goes on into those that were left. */
  private static void walk(JsonNode node, String path, Replace replace) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyNames().toArray(String[]::new)) {
        String place = (path.isEmpty() ? "" : path + ".") + escape(name);
        JsonNode now = replace.at(place, object.get(name));
        object.set(name, now);
        walk(now, place, replace);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        String place = path + "[" + i + "]";
        JsonNode now = replace.at(place, array.get(i));
        array.set(i, now);
        walk(now, place, replace);
      }
    }
  }

  private static String escape(String name) {
    return name.replace("\\", "\\\\").replace(".", "\\.").replace("[", "\\[");
  }

  private static boolean isCurve(JsonNode node) {
    return node.isArray()
        && node.size() >= LONG
        && StreamSupport.stream(node.spliterator(), false)
            .allMatch(number -> number.isNull() || number.isDouble());
  }

  private static double[] numbers(JsonNode curve) {
    return StreamSupport.stream(curve.spliterator(), false)
        .mapToDouble(number -> number.isNull() ? Double.NaN : number.doubleValue())
        .toArray();
  }

  private static ArrayNode array(double[] curve) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode(curve.length);
    for (double number : curve) {
      if (Double.isNaN(number)) {
        array.addNull();
      } else {
        array.add(number);
      }
    }
    return array;
  }
}
