package org.shiftscope.ui.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.ui.chart.ScatterChoice;

/**
 * What is to be frozen.
 *
 * @param subject what it is
 * @param experiments ids, each once, the reference of a comparison first
 * @param trial its number, of a trial
 * @param include which trials enter the findings, of an experiment
 * @param scatter which quantities are against each other, of an experiment
 */
public record WhatIsShared(
    ShareSubject subject,
    List<String> experiments,
    Optional<Integer> trial,
    Include include,
    ScatterChoice scatter) {

  /** The quantities against each other are those that a page shows first. */
  public WhatIsShared(
      ShareSubject subject, List<String> experiments, Optional<Integer> trial, Include include) {
    this(subject, experiments, trial, include, ScatterChoice.FIRST);
  }

  /** Checks how many experiments there are, and that a trial is named where one is shared. */
  public WhatIsShared {
    experiments = experiments.stream().distinct().toList();
    List<Problem> problems = new ArrayList<>();
    if (experiments.size() < subject.fewest() || experiments.size() > subject.most()) {
      problems.add(new Problem("experiments", law(subject), experiments.size() + " of them"));
    }
    boolean ofTrial = subject == ShareSubject.TRIAL;
    if (ofTrial != trial.isPresent()) {
      problems.add(
          new Problem(
              "trial",
              ofTrial ? "must be the number of a trial" : "is of a trial alone: leave it out",
              trial.map(String::valueOf).orElse("")));
    }
    if (subject != ShareSubject.EXPERIMENT) {
      refuseTrials(include, problems);
    }
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
  }

  /** A comparison, the claims and a trial are always of those that count. */
  private static void refuseTrials(Include include, List<Problem> problems) {
    if (include.measured() != Include.Measured.COUNTED) {
      problems.add(
          new Problem(
              "include", "is of an experiment alone: leave it out", include.measured().id()));
    }
    if (!include.without().isEmpty()) {
      problems.add(
          new Problem("without", "is of an experiment alone: leave it out", include.withoutText()));
    }
  }

  private static String law(ShareSubject subject) {
    return subject.fewest() == subject.most()
        ? "must be the id of one experiment, in a list"
        : "must be " + subject.fewest() + " to " + subject.most() + " ids of experiments";
  }

  /** An experiment, with the quantities against each other that its page shows first. */
  public static WhatIsShared experiment(String id, Include include) {
    return experiment(id, include, ScatterChoice.FIRST);
  }

  /** An experiment. */
  public static WhatIsShared experiment(String id, Include include, ScatterChoice scatter) {
    return new WhatIsShared(
        ShareSubject.EXPERIMENT, List.of(id), Optional.empty(), include, scatter);
  }

  /** One trial of an experiment. */
  public static WhatIsShared trial(String id, int number) {
    return new WhatIsShared(ShareSubject.TRIAL, List.of(id), Optional.of(number), Include.COUNTED);
  }

  /** Experiments together. */
  public static WhatIsShared together(ShareSubject subject, List<String> experiments) {
    return new WhatIsShared(subject, experiments, Optional.empty(), Include.COUNTED);
  }
}
