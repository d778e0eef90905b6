package org.shiftscope.compute.estimate;

import java.time.Duration;

/**
 * What an experiment is expected to take, before it is launched.
 *
 * @param trials number of trials
 * @param sgdEpochs passes over the train samples by SGD, over all trials; 0 where no SGD runs
 * @param total time from the first trial's start to the last one's end, with nothing else running
 * @param work time of all trials one after another
 * @param longestTrial time of the longest trial
 * @param memoryBytes memory of the samples and of the trials that run at the same time
 * @param speed of one trial, as timed
 * @param sentence the above for a person
 */
public record Estimate(
    int trials,
    double sgdEpochs,
    Duration total,
    Duration work,
    Duration longestTrial,
    long memoryBytes,
    Speed speed,
    String sentence) {}
