package org.shiftscope.compute.result;

import java.util.Optional;
import org.shiftscope.compute.spec.FlowTime;

/**
 * A quantity against the temperature, with where it was measured.
 *
 * @param flowTime the time of the flows at whose ends it was measured; empty where it hangs on none
 * @param trend its numbers
 */
public record TimedTrend(Optional<FlowTime> flowTime, TemperatureTrend trend) {}
