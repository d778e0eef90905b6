package org.shiftscope.ui.claims;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.JudgedClaims.Place;
import org.shiftscope.compute.result.JudgedClaims.Weighed;
import org.shiftscope.ui.wording.Notation;

/** All evidence as CSV, its numbers without loss; an empty place is a number that is not there. */
public final class ClaimsCsv {

  private static final List<String> HEAD =
      List.of(
          "claim",
          "experiment",
          "trainTime",
          "testTime",
          "evidence",
          "verdict",
          "effect",
          "value",
          "unit",
          "low",
          "high",
          "claimedFrom",
          "claimedTo",
          "test",
          "supports",
          "contradicts",
          "pValue",
          "adjusted",
          "trials",
          "draws",
          "drawn",
          "needed");

  private ClaimsCsv() {}

  /** The text of the file. */
  public static String of(JudgedClaims claims) {
    return Stream.concat(
            Stream.of(String.join(",", HEAD)),
            claims.claims().stream()
                .flatMap(claim -> claim.places().stream())
                .flatMap(place -> place.evidence().stream().map(each -> line(place, each))))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Place place, Weighed weighed) {
    ClaimEvidence evidence = weighed.evidence();
    var effect = evidence.effect();
    return Stream.of(
            evidence.subject().claim().name(),
            place.experiment(),
            evidence.subject().flowTime().map(time -> number(time.train())).orElse(""),
            evidence.subject().flowTime().map(time -> number(time.test())).orElse(""),
            quoted(evidence.subject().title()),
            weighed.verdict().id(),
            quoted(effect.name()),
            number(effect.value()),
            quoted(effect.unit()),
            number(effect.interval().low()),
            number(effect.interval().high()),
            number(effect.claimed().from()),
            number(effect.claimed().to()),
            quoted(evidence.test()),
            number(evidence.supports()),
            number(evidence.contradicts()),
            number(weighed.pValue()),
            number(weighed.adjusted()),
            Integer.toString(evidence.trials()),
            Integer.toString(evidence.draws()),
            evidence.drawn(),
            weighed.needed().isPresent() ? Integer.toString(weighed.needed().getAsInt()) : "")
        .collect(Collectors.joining(","));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static String quoted(String text) {
    return '"' + Notation.plain(text).replace("\"", "\"\"") + '"';
  }
}
