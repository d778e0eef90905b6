package org.shiftscope.compute.kind.twostage;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.SayNumber;
import org.shiftscope.compute.finding.SayTrials;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TwoStageFindings.Change;
import org.shiftscope.compute.result.TwoStageFindings.Collapse;
import org.shiftscope.compute.result.TwoStageFindings.Loss;
import org.shiftscope.compute.result.TwoStageFindings.Setting;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/** Says what a two-stage experiment found. */
record SayTwoStage(
    TwoStage spec,
    CountedTrials trials,
    List<Setting> settings,
    List<Collapse> collapses,
    List<Change> changes,
    List<TemperatureTrend> trends) {

  /** The trend that C7 is about. */
  static final String TEST_TREND = "test-loss-at-smallest-batch";

  List<String> sentences() {
    return trials.counted().isEmpty()
        ? none()
        : SayTrials.whole(
            trials,
            Stream.of(
                    collapses.stream().map(this::collapse),
                    broken(),
                    trend(TEST_TREND),
                    constant(),
                    collapses.isEmpty()
                        ? Stream.of(
                            "Whether losses depend on T alone takes two temperatures, and two batch sizes at one of them.")
                        : Stream.<String>empty())
                .flatMap(each -> each)
                .toList());
  }

  /** No second stage counts. */
  private List<String> none() {
    return trials.ended() > 0 && trials.remarks().isEmpty()
        ? List.of(
            SayTrials.nothing(trials).getFirst(),
            "First stages alone have ended, and there is nothing to compare before a second one.")
        : SayTrials.nothing(trials);
  }

  private String collapse(Collapse found) {
    int tests = found.equivalent() + found.different() + found.undecided();
    return String.format(
        Locale.ROOT,
        "%s at equal T: of %d %s with the smallest batch %d %s equal within %s nats (%s of its range over T), %d %s, %d undecided%s.",
        found.loss().title(),
        tests,
        tests == 1 ? "comparison" : "comparisons",
        found.equivalent(),
        found.equivalent() == 1 ? "is" : "are",
        SayNumber.significant(found.margin()),
        SayNumber.percent(spec.second().margin()),
        found.different(),
        found.different() == 1 ? "differs" : "differ",
        found.undecided(),
        where(found));
  }

  private static String where(Collapse found) {
    String holds =
        Double.isNaN(found.holdsTo())
            ? ""
            : "; it depends on T alone up to η = " + SayNumber.significant(found.holdsTo());
    String breaks =
        Double.isNaN(found.breaksFrom())
            ? ""
            : "; that breaks at η = "
                + SayNumber.significant(found.breaksFrom())
                + (Double.isNaN(found.sharpnessThere())
                    ? ""
                    : ", where η·h is "
                        + SayNumber.significant(found.sharpnessThere())
                        + " at the end");
    return holds + breaks;
  }

  /** Settings whose SGD diverges: equal T with another B does not. */
  private Stream<String> broken() {
    return settings.stream()
        .filter(setting -> setting.diverged() > 0)
        .map(
            setting ->
                String.format(
                    Locale.ROOT,
                    "With B = %d at T = %s (η = %s) SGD diverged in %d of %s.",
                    setting.batchSize(),
                    SayNumber.significant(setting.temperature()),
                    SayNumber.significant(setting.learningRate()),
                    setting.diverged(),
                    SayNumber.trials(spec.firstStages())));
  }

  private Stream<String> trend(String id) {
    return trends.stream()
        .filter(trend -> trend.id().equals(id))
        .map(trend -> trend.test().sentence());
  }

  private Stream<String> constant() {
    return changes.stream()
        .filter(change -> change.loss() == Loss.TRAIN && Double.isFinite(change.interval().low()))
        .map(
            change ->
                String.format(
                    Locale.ROOT,
                    "From the lowest to the highest T the train loss changes by %s%s nats: %s within %s (%s of the test loss's range).",
                    SayNumber.significant(change.difference()),
                    SayNumber.interval(change.interval()),
                    say(change.verdict()),
                    SayNumber.significant(change.margin()),
                    SayNumber.percent(spec.second().margin())));
  }

  private static String say(Verdict verdict) {
    return switch (verdict) {
      case EQUIVALENT -> "constant";
      case DIFFERENT -> "not constant";
      case UNDECIDED -> "undecided whether constant";
    };
  }
}
