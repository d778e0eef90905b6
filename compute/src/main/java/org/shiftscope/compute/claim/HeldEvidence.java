package org.shiftscope.compute.claim;

import java.util.List;
import org.shiftscope.compute.result.ClaimEvidence;

/**
 * What one experiment of a page holds.
 *
 * @param experiment its id
 * @param title a person's name for it
 * @param evidence all of it
 */
public record HeldEvidence(String experiment, String title, List<ClaimEvidence> evidence) {

  public HeldEvidence {
    evidence = List.copyOf(evidence);
  }
}
