package org.shiftscope.compute.spec;

import tools.jackson.databind.node.ObjectNode;

/** Writes the temperatures and the seeds, which every kind has. */
final class WriteGrid {

  private WriteGrid() {}

  static void temperatures(ObjectNode json, Temperatures temperatures) {
    switch (temperatures) {
      case Temperatures.Listed listed ->
          listed.values().forEach(json.putArray("temperatures")::add);
      case Temperatures.Logarithmic range ->
          json.putObject("temperatures")
              .put("from", range.from())
              .put("to", range.to())
              .put("count", range.count());
    }
  }

  static void seeds(ObjectNode json, Seeds seeds) {
    seeds.values().forEach(json.putArray("seeds")::add);
  }
}
