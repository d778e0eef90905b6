package org.shiftscope.compute.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.export.Table.Column;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.compute.result.JudgedClaims.Place;
import org.shiftscope.compute.result.JudgedClaims.Weighed;
import org.shiftscope.compute.spec.FlowTime;

/** Judged claims as a table: a row for each piece of evidence. */
public final class TabulateClaims {

  private TabulateClaims() {}

  /** Makes it. */
  public static Table of(JudgedClaims claims) {
    List<Row> rows = new ArrayList<>();
    for (Judged claim : claims.claims()) {
      for (Place place : claim.places()) {
        place.evidence().forEach(weighed -> rows.add(new Row(claim, place, weighed)));
      }
    }
    return new Table(
        "claims",
        List.of(
            Column.texts("claim", all(rows, row -> row.claim().claim().name())),
            Column.texts("verdictOfClaim", all(rows, row -> row.claim().verdict().id())),
            Column.texts("experiment", all(rows, row -> row.place().experiment())),
            Column.numbers(
                "trainTime",
                all(rows, row -> row.subject().flowTime().map(FlowTime::train).orElse(NONE))),
            Column.numbers(
                "testTime",
                all(rows, row -> row.subject().flowTime().map(FlowTime::test).orElse(NONE))),
            Column.texts("evidence", all(rows, row -> row.subject().title())),
            Column.texts("verdict", all(rows, row -> row.weighed().verdict().id())),
            Column.texts("effect", all(rows, row -> row.effect().name())),
            Column.numbers("value", all(rows, row -> row.effect().value())),
            Column.texts("unit", all(rows, row -> row.effect().unit())),
            Column.numbers("low", all(rows, row -> row.effect().interval().low())),
            Column.numbers("high", all(rows, row -> row.effect().interval().high())),
            Column.numbers("claimedFrom", all(rows, row -> row.effect().claimed().from())),
            Column.numbers("claimedTo", all(rows, row -> row.effect().claimed().to())),
            Column.texts("test", all(rows, row -> row.evidence().test())),
            Column.numbers("supports", all(rows, row -> row.evidence().supports())),
            Column.numbers("contradicts", all(rows, row -> row.evidence().contradicts())),
            Column.numbers("pValue", all(rows, row -> row.weighed().pValue())),
            Column.numbers("adjusted", all(rows, row -> row.weighed().adjusted())),
            Column.wholes("trials", all(rows, row -> Optional.of((long) row.evidence().trials()))),
            Column.wholes("draws", all(rows, row -> Optional.of((long) row.evidence().draws()))),
            Column.texts("drawn", all(rows, row -> row.evidence().drawn())),
            Column.wholes("needed", all(rows, row -> row.needed()))));
  }

  private static final double NONE = Double.NaN;

  private record Row(Judged claim, Place place, Weighed weighed) {
    Optional<Long> needed() {
      return weighed.needed().isPresent()
          ? Optional.of((long) weighed.needed().getAsInt())
          : Optional.empty();
    }

    ClaimEvidence evidence() {
      return weighed.evidence();
    }

    ClaimEvidence.Subject subject() {
      return evidence().subject();
    }

    ClaimEvidence.Effect effect() {
      return evidence().effect();
    }
  }

  private static <T> List<T> all(List<Row> rows, Function<Row, T> of) {
    return rows.stream().map(of).toList();
  }
}
