package org.shiftscope.ui.sharing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.TextLaws;

/**
 * On which terms something is shared.
 *
 * @param expiresInDays from 1 to 3,650; empty for never
 * @param kept whether it stays when an experiment of it is deleted
 * @param note what its author says of it, Markdown; empty for nothing
 */
public record ShareTerms(Optional<Integer> expiresInDays, boolean kept, String note) {

  /** How long a link opens where nobody says otherwise. */
  public static final int DEFAULT_DAYS = 30;

  private static final int MOST_DAYS = 3_650;
  private static final int LONGEST_NOTE = 4_000;

  /** Checks the days and the note. */
  public ShareTerms {
    List<Problem> problems = new ArrayList<>();
    expiresInDays
        .filter(days -> days < 1 || days > MOST_DAYS)
        .ifPresent(
            days ->
                problems.add(
                    new Problem(
                        "expiresInDays",
                        "must be a whole number from 1 to 3,650, or null for never",
                        String.valueOf(days))));
    problems.addAll(TextLaws.text("note", note, LONGEST_NOTE));
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
  }

  /** When the link ends, if made at a time. */
  public Optional<Instant> expires(Instant now) {
    return expiresInDays.map(days -> now.plus(Duration.ofDays(days)));
  }
}
