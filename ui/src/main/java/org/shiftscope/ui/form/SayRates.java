package org.shiftscope.ui.form;

import java.util.List;
import java.util.stream.Collectors;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.SgdCourse;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.ui.wording.FormatNumber;

/** Says what temperatures mean for SGD's learning rates and epochs. */
final class SayRates {

  private SayRates() {}

  static String of(TrainingSpec training) {
    return training
        .sgd()
        .ownTemperature()
        .map(own -> ofSchedule(training.course(0), own))
        .orElseGet(() -> ofTemperatures(training));
  }

  private static String ofSchedule(SgdCourse course, double temperature) {
    String steps =
        FormatNumber.whole(course.stepsAt(temperature))
            + " steps at T = η / B = "
            + FormatNumber.significant(temperature);
    String drops =
        course.drops(temperature).stream()
            .map(FormatNumber::whole)
            .collect(Collectors.joining(", "));
    return drops.isEmpty() ? steps + "." : steps + "; the rate drops before step " + drops + ".";
  }

  private static String ofTemperatures(TrainingSpec training) {
    List<Double> values = training.temperatures().values().stream().sorted().toList();
    double coldest = values.getFirst();
    double hottest = values.getLast();
    SgdCourse course = training.course(0);
    return "Learning rate η = T · B"
        + (training.sgd().momentum() == 0 ? "" : " · (1 − μ)")
        + " from "
        + FormatNumber.significant(course.learningRate(coldest))
        + " to "
        + FormatNumber.significant(course.learningRate(hottest))
        + "; "
        + epochs(course, coldest)
        + " epochs at the lowest temperature, "
        + epochs(course, hottest)
        + " at the highest."
        + training.sgd().dynamics().map(SayRates::said).orElse("");
  }

  private static String said(Dynamics dynamics) {
    return switch (dynamics) {
      case Dynamics.Momentum _ ->
          " T is the effective temperature η / (B (1 − μ)), and flow time counts η / (1 − μ) for each step.";
      case Dynamics.Noise _ -> " T is η / B, which does not count the added noise.";
    };
  }

  private static String epochs(SgdCourse course, double temperature) {
    return FormatNumber.significant(course.epochs(temperature))
        + (course.capped(temperature) ? " (capped)" : "");
  }
}
