package org.shiftscope.storage.accounts;

import java.time.Duration;

/**
 * When a session ends by itself.
 *
 * @param idle after so long without use
 * @param length after so long in any case
 */
public record SessionLimits(Duration idle, Duration length) {}
