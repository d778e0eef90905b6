package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shiftscope.compute.curve.IsolateRoots;
import org.shiftscope.compute.curve.Unproven;
import org.shiftscope.compute.curve.Unproven.Reason;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.result.LandscapeTheory.Stretch;
import org.shiftscope.compute.result.LandscapeTheory.Undecided;

/** Tells what could not be decided of a landscape: what, where, and what to do. */
final class TellUndecided {

  /** More places are counted alone. */
  private static final int PLACES = 3;

  private TellUndecided() {}

  static Undecided of(Terrain terrain) {
    List<String> sentences = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      List<Unproven> places = of(terrain.unproven(), reason);
      if (!places.isEmpty()) {
        sentences.add(basins(reason, where(places)));
      }
    }
    if (!terrain.unresolved().isEmpty()) {
      sentences.add(quadrature(where(terrain.unresolved())));
    }
    return new Undecided(
        sentences.isEmpty()
            ? "Interval arithmetic shows that the train loss has no other minimum or maximum in the domain."
            : String.join(" ", sentences),
        stretches(terrain.unproven(), TellUndecided::why),
        stretches(terrain.unresolved(), TellUndecided::whyUnresolved));
  }

  private static List<Unproven> of(List<Unproven> all, Reason reason) {
    return all.stream().filter(stretch -> stretch.why() == reason).toList();
  }

  private static String basins(Reason reason, String where) {
    return "Whether the train loss has more minima was not decided "
        + where
        + ", where "
        + why(reason)
        + ". What may hide there is counted with the basins about it. "
        + whatToDo(reason);
  }

  private static String quadrature(String where) {
    return "Probabilities and expected losses may have fewer digits than others, since the integrals over p do not resolve"
        + " the landscape to 13 digits "
        + where
        + ". A smaller domain or a smoother formula gives them.";
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case NARROW -> "places of slope 0 lie nearer to each other than can be told apart";
      case ROUNDING -> "the slope is smaller than its own rounding";
      case BUDGET -> "more than " + IsolateRoots.MANY_PARTS + " parts would have to be looked at";
    };
  }

  private static String whyUnresolved(Reason reason) {
    return reason == Reason.NARROW
        ? "the landscape is not smooth enough"
        : "more panels would be needed than there are";
  }

  private static String whatToDo(Reason reason) {
    return switch (reason) {
      case NARROW, BUDGET -> "A smaller domain about them may decide it.";
      case ROUNDING ->
          "Leave flat stretches out of the domain, or write the formula so that its terms do not cancel.";
    };
  }

  private static String where(List<Unproven> places) {
    String first =
        places.stream().limit(PLACES).map(TellUndecided::place).collect(Collectors.joining(", "));
    int more = places.size() - PLACES;
    return first
        + (more > 0 ? " and at " + more + (more == 1 ? " place" : " places") + " more" : "");
  }

  private static String place(Unproven stretch) {
    String from = SayNumber.significant(stretch.from());
    String to = SayNumber.significant(stretch.to());
    return from.equals(to) ? "at x = " + from : "from x = " + from + " to " + to;
  }

  private static List<Stretch> stretches(List<Unproven> all, Function<Reason, String> why) {
    return all.stream()
        .map(each -> new Stretch(each.from(), each.to(), why.apply(each.why())))
        .toList();
  }
}
