package org.shiftscope.server.config;

import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.stage.OnOtherKernels;

/**
 * How a process runs trials, a server's or a worker's.
 *
 * @param slots trials that run at the same time on the cpu, each on one thread; a graphics card
 *     runs one
 * @param device what trials run on
 * @param resume what a trial does whose checkpoint was computed on other kernels
 * @param limits what one trial may have
 */
public record WorkConfig(
    int slots, DeviceSetting device, OnOtherKernels resume, TrialLimits limits) {}
