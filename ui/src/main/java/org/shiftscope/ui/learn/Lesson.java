package org.shiftscope.ui.learn;

import java.util.List;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.figure.Slider;

/** One step of the paper's idea: a picture, a number to play with, and what it shows. */
interface Lesson {

  /** All, in the order of the idea. */
  List<Lesson> ALL =
      List.of(
          new ShiftLesson(),
          new CoordinatesLesson(),
          new DensityLesson(),
          new BasinsLesson(),
          new BestTemperatureLesson());

  /** Its name in the page, lower case with hyphens. */
  String id();

  /** What it says, in a line. */
  String title();

  /** Why. May hold symbols, as {@link org.shiftscope.ui.wording.Notation} reads them. */
  String text();

  /** What a person plays with. */
  Slider.Scale scale();

  /** The picture where the slider stands at a number. */
  Figure figure(double number);
}
