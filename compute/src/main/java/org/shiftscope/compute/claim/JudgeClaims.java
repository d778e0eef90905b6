package org.shiftscope.compute.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.TellApart;
import org.shiftscope.compute.result.Claim;
import org.shiftscope.compute.result.Claim.Verdict;
import org.shiftscope.compute.result.ClaimEvidence;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.JudgedClaims.ByWay;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.compute.result.JudgedClaims.Place;
import org.shiftscope.compute.result.JudgedClaims.Weighed;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.statistics.Holm;

/**
 * Judges the claims by the evidence of some experiments. Each piece of evidence is two one-sided
 * tests, of which at most one can be right; twice the smaller p of each goes through Holm's
 * correction over the page, so that no verdict of the page is wrong but in {@value #LEVEL} of
 * pages. A verdict is given where the adjusted p is below that, and the effect's interval lies in
 * the claimed range, or outside of it, as a whole.
 *
 * <p>In one experiment at one flow time, evidence of one way must all support a claim; a single
 * contradiction contradicts it. Several ways must agree, else it is undecided, and what each of
 * them says is named. Over experiments and flow times a claim is supported where it is so in one
 * and contradicted in none, the other way round, and undecided where both are found: which is which
 * stands in the sentence.
 */
public final class JudgeClaims {

  private static final double LEVEL = 0.05;

  private final List<HeldEvidence> held;
  private final List<String> names;
  private final int tests;
  private final List<List<Weighed>> weighed = new ArrayList<>();

  private JudgeClaims(List<HeldEvidence> held) {
    this.held = held;
    names =
        TellApart.names(
            held.stream().map(HeldEvidence::experiment).toList(),
            held.stream().map(HeldEvidence::title).toList());
    List<ClaimEvidence> all = held.stream().flatMap(each -> each.evidence().stream()).toList();
    double[] raw = all.stream().mapToDouble(JudgeClaims::pValue).toArray();
    double[] adjusted = Holm.adjust(raw);
    tests = (int) Arrays.stream(raw).filter(p -> !Double.isNaN(p)).count();
    int from = 0;
    for (HeldEvidence each : held) {
      int to = from + each.evidence().size();
      weighed.add(
          IntStream.range(from, to).mapToObj(i -> weigh(all.get(i), raw[i], adjusted[i])).toList());
      from = to;
    }
  }

  /** Judges all claims, in their order. */
  public static JudgedClaims of(List<HeldEvidence> held) {
    return new JudgeClaims(held).judge();
  }

  private JudgedClaims judge() {
    List<Judged> claims = Stream.of(Claim.values()).map(this::judge).toList();
    return new JudgedClaims(SayClaims.all(claims), tests, LEVEL, claims);
  }

  private Judged judge(Claim claim) {
    List<Place> places =
        IntStream.range(0, held.size()).boxed().flatMap(i -> places(claim, i)).toList();
    Verdict verdict = over(places.stream().map(Place::verdict).toList());
    List<ByWay> ways = overPlaces(places);
    return new Judged(
        claim,
        claim.title(),
        verdict,
        ways,
        SayClaims.one(claim, places, SayClaims.ways(ways, verdict)),
        places);
  }

  /** Each way over experiments and flow times. */
  private static List<ByWay> overPlaces(List<Place> places) {
    return places.stream()
        .flatMap(place -> place.ways().stream())
        .collect(
            Collectors.groupingBy(
                ByWay::way,
                LinkedHashMap::new,
                Collectors.mapping(ByWay::verdict, Collectors.toList())))
        .entrySet()
        .stream()
        .map(way -> new ByWay(way.getKey(), over(way.getValue())))
        .toList();
  }

  private Stream<Place> places(Claim claim, int experiment) {
    Map<Optional<FlowTime>, List<Weighed>> byTime =
        weighed.get(experiment).stream()
            .filter(each -> each.evidence().subject().claim() == claim)
            .collect(
                Collectors.groupingBy(
                    each -> each.evidence().subject().flowTime(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byTime.entrySet().stream().map(at -> place(experiment, at.getKey(), at.getValue()));
  }

  private Place place(int experiment, Optional<FlowTime> time, List<Weighed> evidence) {
    List<ByWay> ways =
        evidence.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.evidence().subject().way(),
                    LinkedHashMap::new,
                    Collectors.collectingAndThen(Collectors.toList(), JudgeClaims::together)))
            .entrySet()
            .stream()
            .map(way -> new ByWay(way.getKey(), way.getValue()))
            .toList();
    Verdict verdict = agreed(ways);
    return new Place(
        held.get(experiment).experiment(),
        names.get(experiment),
        time,
        verdict,
        ways.size() > 1 ? ways : List.of(),
        SayClaims.ways(ways, verdict),
        evidence);
  }

  /** Of one way: all must support. */
  private static Verdict together(List<Weighed> evidence) {
    Set<Verdict> found = new LinkedHashSet<>(evidence.stream().map(Weighed::verdict).toList());
    return found.contains(Verdict.CONTRADICTED)
        ? Verdict.CONTRADICTED
        : found.contains(Verdict.UNDECIDED) ? Verdict.UNDECIDED : Verdict.SUPPORTED;
  }

  /** Of several ways: all must say the same. */
  private static Verdict agreed(List<ByWay> ways) {
    Set<Verdict> found = new LinkedHashSet<>(ways.stream().map(ByWay::verdict).toList());
    return found.size() == 1 ? found.iterator().next() : Verdict.UNDECIDED;
  }

  /** Over experiments and flow times: none may say the opposite. */
  private static Verdict over(Collection<Verdict> places) {
    boolean supported = places.contains(Verdict.SUPPORTED);
    boolean contradicted = places.contains(Verdict.CONTRADICTED);
    return supported == contradicted
        ? Verdict.UNDECIDED
        : supported ? Verdict.SUPPORTED : Verdict.CONTRADICTED;
  }

  private static double pValue(ClaimEvidence evidence) {
    return Math.min(1, 2 * Math.min(evidence.supports(), evidence.contradicts()));
  }

  private Weighed weigh(ClaimEvidence evidence, double pValue, double adjusted) {
    Verdict verdict = verdict(evidence, adjusted);
    return new Weighed(
        evidence,
        pValue,
        adjusted,
        verdict,
        verdict == Verdict.UNDECIDED
            ? NeededDraws.of(evidence, LEVEL / tests)
            : OptionalInt.empty());
  }

  private static Verdict verdict(ClaimEvidence evidence, double adjusted) {
    if (!(adjusted < LEVEL)) {
      return Verdict.UNDECIDED;
    }
    var effect = evidence.effect();
    if (evidence.supports() < evidence.contradicts()) {
      return effect.claimed().holds(effect.interval()) ? Verdict.SUPPORTED : Verdict.UNDECIDED;
    }
    return effect.claimed().excludes(effect.interval()) ? Verdict.CONTRADICTED : Verdict.UNDECIDED;
  }
}
