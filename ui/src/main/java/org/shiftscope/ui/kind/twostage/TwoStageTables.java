package org.shiftscope.ui.kind.twostage;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.percent;
import static org.shiftscope.ui.wording.FormatNumber.significant;

import java.util.List;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.TwoStageFindings;
import org.shiftscope.compute.result.TwoStageFindings.EqualTemperature;
import org.shiftscope.compute.result.TwoStageFindings.Setting;
import org.shiftscope.compute.result.TwoStageMeasurement;
import org.shiftscope.ui.kind.NumberTable;

/** The numbers of a two-stage experiment in tables. */
final class TwoStageTables {

  private static final String NATS = "nats";

  private TwoStageTables() {}

  static List<NumberTable> of(TwoStageFindings found) {
    return Stream.of(settings(found.settings()), equality(found.equalTemperatures()))
        .filter(table -> !table.rows().isEmpty())
        .toList();
  }

  private static NumberTable settings(List<Setting> settings) {
    return new NumberTable(
        "Final losses of each (η, B), mean ± standard deviation over initialisations",
        List.of("η", "Train loss", "Test loss", "η·h", "Trials", "Diverged"),
        settings.stream()
            .map(
                one ->
                    row(
                        at(one.temperature(), one.batchSize()),
                        "",
                        "",
                        significant(one.learningRate()),
                        spread(one.trainLoss(), one.trainDeviation()),
                        spread(one.testLoss(), one.testDeviation()),
                        number(one.sharpness()),
                        Integer.toString(one.trials()),
                        Integer.toString(one.diverged())))
            .toList());
  }

  private static NumberTable equality(List<EqualTemperature> tests) {
    return new NumberTable(
        "Equal T, other (η, B): the loss less that at the smallest batch",
        List.of("η", "η·h", "Difference, 90 % interval", "Margin", "p", "Pairs", "Verdict"),
        tests.stream()
            .map(
                one ->
                    row(
                        one.loss().title() + ", " + at(one.temperature(), one.batchSize()),
                        NATS,
                        "",
                        significant(one.learningRate()),
                        number(one.sharpness()),
                        number(one.difference()) + SayNumber.interval(one.interval()),
                        significant(one.margin()),
                        number(one.pValue()),
                        Integer.toString(one.pairs()),
                        one.verdict().title()))
            .toList(),
        "Two one-sided t-tests at 5 % each over pairs of one initialisation; nothing is claimed below three pairs.",
        true);
  }

  static NumberTable trial(TwoStageMeasurement found) {
    TwoStageMeasurement.FirstEnd first = found.first();
    return new NumberTable(
        "Both stages",
        List.of("Train", "Test"),
        List.of(
            row(
                "Loss after the first stage",
                NATS,
                "Mean over samples, without the L2 term.",
                significant(first.trainLoss()),
                significant(first.testLoss())),
            row(
                "Accuracy after the first stage",
                "",
                "Share of samples classified right.",
                percent(first.trainAccuracy()),
                percent(first.testAccuracy())),
            row(
                "Final loss",
                NATS,
                found.last().whole()
                    ? "Median of the whole loss over the last steps: " + found.last().steps() + "."
                    : "Train: median of the minibatches' over the last steps, "
                        + found.last().steps()
                        + "; test: at the last point.",
                significant(found.last().trainLoss()),
                significant(found.last().testLoss())),
            row(
                "Change in the second stage",
                NATS,
                "Final loss less that after the first stage.",
                significant(found.trainChange()),
                significant(found.testChange())),
            row(
                "Largest eigenvalue h",
                "nats / length²",
                "Of the train loss's Hessian at the end, L2 term included.",
                number(found.largestEigenvalue()),
                "—"),
            row(
                "η·h",
                "",
                "2 is the limit of stability of gradient descent.",
                number(found.sharpness()),
                "—")));
  }

  private static String at(double temperature, int batchSize) {
    return "T = " + significant(temperature) + ", B = " + batchSize;
  }

  private static String spread(double mean, double deviation) {
    return Double.isNaN(mean)
        ? "—"
        : significant(mean) + (Double.isNaN(deviation) ? "" : " ± " + significant(deviation));
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "—" : significant(value);
  }
}
