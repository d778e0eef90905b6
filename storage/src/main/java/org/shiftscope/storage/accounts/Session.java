package org.shiftscope.storage.accounts;

import java.time.Instant;

/**
 * A browser in which somebody is signed in.
 *
 * @param id names it, and is no secret
 * @param started when they signed in
 * @param lastUsed when they last asked for something, to the minute
 * @param address where from
 * @param agent what the browser says of itself
 * @param current whether it is that of who asks
 */
public record Session(
    String id, Instant started, Instant lastUsed, String address, String agent, boolean current) {}
