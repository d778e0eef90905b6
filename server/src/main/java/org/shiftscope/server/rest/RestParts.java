package org.shiftscope.server.rest;

import java.time.Duration;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.storage.Experiments;

/**
 * What REST is made of.
 *
 * @param experiments the front door
 * @param estimates times a step and tells what an experiment will cost
 * @param data where datasets are looked for
 * @param slots trials that run at the same time
 * @param health tells how the server is
 * @param heartbeat longest silence on a stream of events
 */
public record RestParts(
    Experiments experiments,
    EstimateCost estimates,
    DataFolder data,
    int slots,
    CheckHealth health,
    Duration heartbeat) {}
