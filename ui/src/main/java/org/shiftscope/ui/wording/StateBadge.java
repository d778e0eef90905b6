package org.shiftscope.ui.wording;

import com.vaadin.flow.component.html.Span;
import org.shiftscope.compute.result.CertifiedPoint;
import org.shiftscope.compute.result.JudgedClaims.Judged;
import org.shiftscope.compute.result.MinimumCertificate.Grade;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.ShareState;
import org.shiftscope.storage.TrialState;

/** A state in a word and a colour. */
public final class StateBadge extends Span {

  private static final long serialVersionUID = 1L;

  private StateBadge(Named state, Tone tone) {
    this(state.id(), state.title(), tone);
  }

  private StateBadge(String id, String title, Tone tone) {
    super(title);
    addClassNames("badge", tone.className);
    getElement().setAttribute("data-state", id);
  }

  /** Where an experiment stands: "Finished · 8 of 12 diverged". */
  public static StateBadge of(ExperimentSummary experiment) {
    return experiment.deleted().isPresent()
        ? new StateBadge("deleted", "Deleted", Tone.QUIET)
        : new StateBadge(
            experiment.state().id(),
            Outcomes.sentence(experiment, experiment.state().title()),
            tone(experiment));
  }

  private static Tone tone(ExperimentSummary experiment) {
    return switch (experiment.state()) {
      case QUEUED, CANCELLED -> Tone.QUIET;
      case RUNNING -> Tone.ACTIVE;
      case PAUSED -> Tone.WARNING;
      case FAILED -> Tone.BAD;
      case FINISHED ->
          switch (Outcomes.of(experiment)) {
            case ALL_MEASURED -> Tone.GOOD;
            case SOME_MEASURED -> Tone.WARNING;
            case NONE_MEASURED -> Tone.BAD;
          };
    };
  }

  /** The verdict on a claim; that there is no evidence where there is none. */
  public static StateBadge of(Judged claim) {
    return claim.places().isEmpty()
        ? new StateBadge("no-evidence", "No evidence here", Tone.QUIET)
        : new StateBadge(
            claim.verdict(),
            switch (claim.verdict()) {
              case SUPPORTED -> Tone.GOOD;
              case CONTRADICTED -> Tone.BAD;
              case UNDECIDED -> Tone.WARNING;
            });
  }

  /** Whether a link opens. */
  public static StateBadge of(ShareState state) {
    return new StateBadge(
        state,
        switch (state) {
          case OPEN -> Tone.GOOD;
          case EXPIRED, WITHHELD -> Tone.QUIET;
          case REVOKED -> Tone.WARNING;
        });
  }

  /** A trial's state. */
  public static StateBadge of(TrialState state) {
    return new StateBadge(
        state,
        switch (state) {
          case QUEUED, CANCELLED -> Tone.QUIET;
          case RUNNING -> Tone.ACTIVE;
          case PAUSED -> Tone.WARNING;
          case FINISHED -> Tone.GOOD;
          case FAILED -> Tone.BAD;
        });
  }

  /** A trial's outcome. */
  public static StateBadge of(Outcome outcome) {
    return new StateBadge(
        outcome,
        switch (outcome) {
          case MEASURED -> Tone.GOOD;
          case UNCONVERGED -> Tone.WARNING;
          case LEARNT_NOTHING, DIVERGED -> Tone.BAD;
        });
  }

  /** Whether a point is a minimum: "θ_tr: nearly a minimum". */
  public static StateBadge of(CertifiedPoint point) {
    Grade grade = point.certificate().grade();
    StateBadge badge =
        new StateBadge(
            grade,
            switch (grade) {
              case MINIMUM -> Tone.GOOD;
              case NEARLY -> Tone.WARNING;
              case NOT_A_MINIMUM -> Tone.BAD;
            });
    var text = new Span();
    Notation.show(text, point.symbol() + ": " + grade.title());
    badge.removeAll();
    badge.add(text);
    return badge;
  }

  private enum Tone {
    QUIET("tone-quiet"),
    ACTIVE("tone-active"),
    GOOD("tone-good"),
    WARNING("tone-warning"),
    BAD("tone-bad");

    private final String className;

    Tone(String className) {
      this.className = className;
    }
  }
}
