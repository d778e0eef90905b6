package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * The queue of one device.
 *
 * @param device the device's short name, {@code cpu} or {@code gpu0}
 * @param paused since when it is paused: none of its trials starts
 * @param running its trials that run now
 * @param waiting its trials that wait, those included that wait for others
 */
public record LaneSummary(String device, Optional<Instant> paused, int running, int waiting) {}
