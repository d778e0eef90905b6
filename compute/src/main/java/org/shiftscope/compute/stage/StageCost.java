package org.shiftscope.compute.stage;

/**
 * What a stage of a trial is expected to cost.
 *
 * @param stage its name, for a person: "SGD", "train point"
 * @param gradients in gradients of one sample, at least 0. It is the stage's weight in the trial's
 *     progress
 */
public record StageCost(String stage, double gradients) {}
