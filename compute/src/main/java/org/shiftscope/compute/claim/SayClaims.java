package org.shiftscope.compute.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.JudgedClaims.ByWay;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.compute.result.JudgedClaims.Place;
import org.shiftscope.compute.spec.FlowTime;

/** Says verdicts. */
final class SayClaims {

  private SayClaims() {}

  /**
   * "Supported: C1, C4. Contradicted: none. Undecided: C2 (supported by the fit only), C10. Without
   * evidence here: C8."
   */
  static String all(List<Judged> claims) {
    String verdicts =
        Stream.of(Verdict.values())
            .map(
                verdict ->
                    verdict.title()
                        + ": "
                        + ids(
                            claims.stream()
                                .filter(each -> !each.places().isEmpty())
                                .filter(each -> each.verdict() == verdict)
                                .toList()))
            .collect(Collectors.joining(". "));
    return verdicts
        + ". Without evidence here: "
        + ids(claims.stream().filter(each -> each.places().isEmpty()).toList())
        + ".";
  }

  private static String ids(List<Judged> claims) {
    return claims.isEmpty()
        ? "none"
        : claims.stream().map(SayClaims::id).collect(Collectors.joining(", "));
  }

  private static String id(Judged claim) {
    String ways = ways(claim.ways(), claim.verdict());
    return claim.claim().name() + (ways.isEmpty() ? "" : " (" + ways + ")");
  }

  /**
   * "Supported on A at τ = 1; undecided on B at τ = 5 (supported by the fit only)."
   *
   * @param ways what ways say over all places where they do not agree; empty for nothing
   */
  static String one(Claim claim, List<Place> places, String ways) {
    if (places.isEmpty()) {
      return "Nothing here tells: it is judged by " + claim.judgedBy() + ".";
    }
    String text =
        Stream.of(Verdict.values())
            .map(
                verdict ->
                    said(
                        verdict,
                        places.stream().filter(place -> place.verdict() == verdict).toList()))
            .filter(said -> !said.isEmpty())
            .collect(Collectors.joining("; "));
    boolean told = ways.isEmpty() || places.stream().allMatch(place -> place.remark().equals(ways));
    return (told ? "" : capital("over all " + ways) + ". ") + capital(text) + ".";
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** "supported on A at τ = 1, 5 (…), B"; empty for no place. */
  private static String said(Verdict verdict, List<Place> places) {
    Map<String, List<Place>> byName =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    place -> place.name() + "\n" + place.remark(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return places.isEmpty()
        ? ""
        : verdict.title().toLowerCase(Locale.ROOT)
            + " on "
            + byName.values().stream().map(SayClaims::together).collect(Collectors.joining(", "));
  }

  /** Places of one experiment of which the same is said. */
  private static String together(List<Place> places) {
    List<FlowTime> times = places.stream().flatMap(place -> place.flowTime().stream()).toList();
    String remark = places.getFirst().remark();
    return places.getFirst().name()
        + (times.isEmpty() ? "" : " at " + SayTimes.all(times))
        + (remark.isEmpty() ? "" : " (" + remark + ")");
  }

  /** "supported by the fit only", where ways do not agree; empty where they do. */
  static String ways(List<ByWay> ways, Verdict together) {
    if (together != Verdict.UNDECIDED) {
      return "";
    }
    List<Verdict> found =
        Stream.of(Verdict.SUPPORTED, Verdict.CONTRADICTED)
            .filter(verdict -> ways.stream().anyMatch(way -> way.verdict() == verdict))
            .toList();
    return found.stream().map(verdict -> by(verdict, ways)).collect(Collectors.joining(", "))
        + (found.size() == 1 ? " only" : "");
  }

  private static String by(Verdict verdict, List<ByWay> ways) {
    return verdict.title().toLowerCase(Locale.ROOT)
        + " by "
        + ways.stream()
            .filter(way -> way.verdict() == verdict)
            .map(ByWay::way)
            .collect(Collectors.joining(" and "));
  }
}
