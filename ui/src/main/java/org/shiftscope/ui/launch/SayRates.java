package org.shiftscope.ui.launch;

import java.util.List;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.wording.FormatNumber;

/** Says what a sweep's temperatures mean for its learning rates and epochs. */
final class SayRates {

  private SayRates() {}

  static String of(TemperatureSweep sweep) {
    List<Double> values = sweep.temperatures().values().stream().sorted().toList();
    double coldest = values.getFirst();
    double hottest = values.getLast();
    int batch = sweep.sgd().batchSize();
    return "Learning rate η = T · B from "
        + FormatNumber.significant(coldest * batch)
        + " to "
        + FormatNumber.significant(hottest * batch)
        + "; "
        + epochs(sweep, coldest)
        + " epochs at the lowest temperature, "
        + epochs(sweep, hottest)
        + " at the highest.";
  }

  private static String epochs(TemperatureSweep sweep, double temperature) {
    double epochs = (double) sweep.stepsAt(temperature) / sweep.batchesPerEpoch();
    boolean capped = sweep.epochsWanted(temperature) > sweep.sgd().maxEpochs();
    return FormatNumber.significant(epochs) + (capped ? " (capped)" : "");
  }
}
