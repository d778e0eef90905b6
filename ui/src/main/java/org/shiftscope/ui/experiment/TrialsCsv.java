package org.shiftscope.ui.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Notation;

/**
 * All trials with all their numbers as CSV: what sets a trial apart, its state, whether its points
 * are minima (columns and grades have the names of REST's JSON), its numbers without loss (an empty
 * place is a number that is not there), what findings say of it, and what happened.
 */
public final class TrialsCsv {

  private TrialsCsv() {}

  /** {@code remarks}: what findings say of a trial by its number. */
  public static String of(
      ExperimentSpec spec,
      List<TrialColumn> columns,
      List<Trial> trials,
      IntFunction<List<Remark>> remarks) {
    List<String> certificates = certificates(trials);
    Stream<String> head =
        Stream.of(
                Stream.of("trial"),
                spec.axes().all().stream().map(Axis::name),
                Stream.of("outcome"),
                certificates.stream().map(path -> path + ".grade"),
                columns.stream().map(TrialColumn::head).map(Notation::plain),
                Stream.of("remarks", "sentence"))
            .flatMap(each -> each);
    return Stream.concat(
            Stream.of(head.map(TrialsCsv::quoted).collect(Collectors.joining(","))),
            trials.stream()
                .map(
                    trial ->
                        line(spec, certificates, columns, trial, remarks.apply(trial.number()))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Where results say in JSON whether a point is a minimum. */
  private static List<String> certificates(List<Trial> trials) {
    return trials.stream()
        .flatMap(TrialsCsv::certified)
        .map(CertifiedPoint::path)
        .distinct()
        .toList();
  }

  private static Stream<CertifiedPoint> certified(Trial trial) {
    return trial.result().stream().flatMap(result -> result.certified().stream());
  }

  private static String grade(Trial trial, String certificate) {
    return certified(trial)
        .filter(point -> point.path().equals(certificate))
        .map(point -> point.certificate().grade().id())
        .collect(Collectors.joining());
  }

  private static String line(
      ExperimentSpec spec,
      List<String> certificates,
      List<TrialColumn> columns,
      Trial trial,
      List<Remark> remarks) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(trial.number()));
    Map<String, Number> coordinates = spec.coordinates(trial.number());
    spec.axes()
        .all()
        .forEach(
            axis ->
                cells.add(
                    coordinates.containsKey(axis.name())
                        ? String.valueOf(coordinates.get(axis.name()))
                        : ""));
    cells.add(
        quoted(
            trial
                .result()
                .map(result -> result.outcome().id())
                .orElseGet(() -> trial.state().id())));
    certificates.forEach(certificate -> cells.add(quoted(grade(trial, certificate))));
    columns.forEach(column -> cells.add(number(trial, column)));
    cells.add(quoted(remarks.stream().map(Remark::id).collect(Collectors.joining(" "))));
    cells.add(quoted(trial.sentence()));
    return String.join(",", cells);
  }

  private static String number(Trial trial, TrialColumn column) {
    double value = trial.result().map(column.value()::applyAsDouble).orElse(Double.NaN);
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
