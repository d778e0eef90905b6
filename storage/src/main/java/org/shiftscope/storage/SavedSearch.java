package org.shiftscope.storage;

import java.time.Instant;

/**
 * A search that a person keeps under a name.
 *
 * @param id 12 letters and digits, which its address holds whatever its name becomes
 * @param name 1 to 100 characters
 * @param query what {@link ReadSearch} reads
 * @param created when it was kept first
 */
public record SavedSearch(String id, String name, String query, Instant created) {}
