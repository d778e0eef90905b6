package org.shiftscope.storage;

import java.time.Instant;

/**
 * Where an imported experiment came from.
 *
 * @param from the page's address there, as it was asked for
 * @param version Shiftscope's version there
 * @param exported when the archive was made, by that clock
 * @param imported when it was taken in, by this clock
 * @param manifest SHA-256 of the archive's manifest, which names that of each entry
 */
public record ImportedFrom(
    String from, String version, Instant exported, Instant imported, String manifest) {}
