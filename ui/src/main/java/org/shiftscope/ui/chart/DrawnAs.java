package org.shiftscope.ui.chart;

/** How scripts that draw figures elsewhere call a layer's way. */
final class DrawnAs {

  private DrawnAs() {}

  static String of(Figure.Layer layer) {
    return switch (layer) {
      case Figure.Curve curve -> curve.stroke() == Figure.Stroke.SOLID ? "line" : "dashed";
      case Figure.Band _ -> "dashed";
      case Figure.Dots _ -> "dots";
      case Figure.Ribbon _ -> "dots"; // its numbers are the bars of its dots
      case Figure.Histogram _ -> "steps";
      case Figure.HeatMap _ -> "map";
    };
  }
}
