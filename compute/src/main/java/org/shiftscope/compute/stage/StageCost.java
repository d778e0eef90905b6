package org.shiftscope.compute.stage;

/**
 * What a stage of a trial, or a part of one, is expected to cost: so many steps of one sort. A
 * stage that takes steps of several sorts has an entry for each, one after another.
 *
 * @param stage its name, for a person: "SGD", "train point"
 * @param step the sort, which an estimate times
 * @param steps how many, at least 0
 * @param weight of one step in the trial's progress, in gradients of one sample, above 0
 */
public record StageCost(String stage, String step, double steps, double weight) {

  /** A stage of steps that are its own. */
  public StageCost(String stage, double steps) {
    this(stage, stage, steps, 1);
  }

  /** The weight of all steps, in gradients of one sample. */
  public double gradients() {
    return steps * weight;
  }
}
