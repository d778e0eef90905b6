package org.shiftscope.ui.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.export.Table;
import org.shiftscope.compute.export.Table.Column;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.spec.Axis;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialSummary;
import org.shiftscope.ui.kind.KindPage;
import org.shiftscope.ui.kind.TrialColumn;
import org.shiftscope.ui.wording.Notation;

/**
 * All trials with all their numbers as a table: what sets a trial apart, its state, whether its
 * points are minima (columns and grades have the names of REST's JSON), its numbers, what findings
 * say of it, the machines where there were several, and what happened.
 */
public final class TabulateTrials {

  private TabulateTrials() {}

  /** {@code findings}: over these trials. */
  public static Table of(ExperimentSpec spec, List<Trial> trials, Findings findings) {
    return of(spec, KindPage.of(spec).columns(), trials, findings.trials()::of);
  }

  /** {@code remarks}: what findings say of a trial by its number. */
  public static Table of(
      ExperimentSpec spec,
      List<TrialColumn> columns,
      List<Trial> trials,
      IntFunction<List<Remark>> remarks) {
    List<Column> all = new ArrayList<>();
    all.add(
        Column.wholes(
            "trial", trials.stream().map(trial -> Optional.of((long) trial.number())).toList()));
    spec.axes().all().forEach(axis -> all.add(coordinates(spec, axis, trials)));
    all.add(Column.texts("outcome", trials.stream().map(TabulateTrials::outcome).toList()));
    for (String path : certificates(trials)) {
      all.add(
          Column.texts(path + ".grade", trials.stream().map(trial -> grade(trial, path)).toList()));
    }
    columns.forEach(column -> all.add(numbers(column, trials)));
    all.add(
        Column.texts(
            "remarks", trials.stream().map(trial -> ids(remarks.apply(trial.number()))).toList()));
    if (trials.stream().map(TabulateTrials::host).filter(host -> !host.isEmpty()).distinct().count()
        > 1) {
      all.add(Column.texts("host", trials.stream().map(TabulateTrials::host).toList()));
    }
    all.add(Column.texts("sentence", trials.stream().map(Trial::sentence).toList()));
    return new Table("trials", all);
  }

  private static Column coordinates(ExperimentSpec spec, Axis axis, List<Trial> trials) {
    List<Optional<Number>> values =
        trials.stream()
            .map(trial -> Optional.ofNullable(spec.coordinates(trial.number()).get(axis.name())))
            .toList();
    boolean whole =
        values.stream().flatMap(Optional::stream).noneMatch(value -> value instanceof Double);
    return whole
        ? Column.wholes(
            axis.name(), values.stream().map(value -> value.map(Number::longValue)).toList())
        : Column.numbers(
            axis.name(),
            values.stream()
                .map(value -> value.map(Number::doubleValue).orElse(Double.NaN))
                .toList());
  }

  private static String outcome(Trial trial) {
    return trial.result().map(result -> result.outcome().id()).orElseGet(() -> trial.state().id());
  }

  /** The machine whose worker took it up last. */
  private static String host(Trial trial) {
    return trial.summary().ranBy().map(TrialSummary.RanBy::host).orElse("");
  }

  /** Where results say in JSON whether a point is a minimum. */
  private static List<String> certificates(List<Trial> trials) {
    return trials.stream()
        .flatMap(TabulateTrials::certified)
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

  private static Column numbers(TrialColumn column, List<Trial> trials) {
    return Column.numbers(
        Notation.plain(column.head()),
        trials.stream()
            .map(trial -> trial.result().map(column.value()::applyAsDouble).orElse(Double.NaN))
            .toList());
  }

  private static String ids(List<Remark> remarks) {
    return remarks.stream().map(Remark::id).collect(Collectors.joining(" "));
  }
}
