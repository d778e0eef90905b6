package org.shiftscope.ui.kind.invariance;

import static org.shiftscope.ui.kind.NumberTable.row;
import static org.shiftscope.ui.wording.FormatNumber.significant;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.InvarianceMeasurement.Certificate;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.compute.result.InvarianceMeasurement.Moved;
import org.shiftscope.compute.result.InvarianceMeasurement.Term;
import org.shiftscope.ui.kind.NumberTable;

/** A check in tables: each map's terms side by side, what moved, and last the certificate. */
final class InvarianceTables {

  private InvarianceTables() {}

  static List<NumberTable> of(InvarianceMeasurement found, Coordinate coordinate) {
    List<NumberTable> tables = new ArrayList<>();
    for (InOtherCoordinates map : found.maps()) {
      tables.add(terms(map, coordinate));
      if (!map.moved().isEmpty()) {
        tables.add(moved(map, coordinate));
      }
    }
    tables.add(certificate(found.certificate()));
    return tables;
  }

  private static NumberTable terms(InOtherCoordinates map, Coordinate coordinate) {
    return new NumberTable(
        map.map(),
        columns(map, coordinate),
        map.terms().stream().map(term -> of(term, single(map))).toList(),
        map.sentence(),
        map.holds());
  }

  private static List<String> columns(InOtherCoordinates map, Coordinate coordinate) {
    List<String> columns =
        new ArrayList<>(List.of("In " + coordinate.letter(), "In φ", "Change", "Verdict"));
    if (single(map)) {
      columns.add("In float32");
    }
    return columns;
  }

  /** Whether any term was computed in float32 too: those of landscapes were not. */
  private static boolean single(InOtherCoordinates map) {
    return map.terms().stream().anyMatch(term -> term.inSingle().isPresent());
  }

  private static NumberTable.Row of(Term term, boolean single) {
    List<String> values =
        new ArrayList<>(
            List.of(
                significant(term.inTheta()),
                significant(term.inPhi()),
                significant(term.change()),
                verdict(term)));
    if (single) {
      values.add(term.inSingle().map(change -> significant(change)).orElse("–"));
    }
    return new NumberTable.Row(term.title(), "", "Should be " + term.expected() + ".", values);
  }

  private static String verdict(Term term) {
    if (!term.holds()) {
      return "fails";
    }
    String how = term.expected().replaceFirst("^the same ?", "");
    return how.isEmpty() ? "holds" : how;
  }

  private static NumberTable moved(InOtherCoordinates map, Coordinate coordinate) {
    return new NumberTable(
        "Not invariant: " + map.map(),
        List.of("In " + coordinate.letter(), "In φ", "Factor"),
        map.moved().stream().map(InvarianceTables::of).toList());
  }

  private static NumberTable.Row of(Moved moved) {
    return row(
        moved.title(),
        "",
        "",
        significant(moved.inTheta()),
        significant(moved.inPhi()),
        significant(moved.factor()));
  }

  private static NumberTable certificate(Certificate certificate) {
    List<NumberTable.Row> rows = new ArrayList<>();
    rows.add(
        row(
            "Verdict",
            "",
            "",
            certificate.holds()
                ? "holds: " + certificate.terms() + " of " + certificate.terms() + " terms"
                : "fails: " + certificate.failed() + " of " + certificate.terms() + " terms"));
    rows.add(row("Tolerance", "", "", significant(certificate.tolerance())));
    rows.add(row("Looked at", "", "", certificate.subject()));
    certificate
        .points()
        .forEach(point -> rows.add(row("SHA-256 of " + point.name(), "", "", point.sha256())));
    rows.add(row("Shiftscope", "", "", certificate.version()));
    rows.add(
        row(
            "Certificate",
            "",
            "Over version, points and every term in both coordinates: who computes the same gets the same id.",
            certificate.id()));
    return new NumberTable(
        "Certificate",
        List.of("Value"),
        rows,
        certificate.holds()
            ? "Every term is what it should be."
            : "Not every term is what it should be: see the rows above that fail.",
        certificate.holds());
  }
}
