package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * What a link opens.
 *
 * @param id its identity in lists
 * @param format the declared id of the document's format
 * @param version the version in which it was written
 * @param sha256 the SHA-256 of what is downloaded, hexadecimal
 * @param expires when the link ends; empty for never
 */
public record OpenedShare(
    ShareId id, String format, int version, String sha256, Optional<Instant> expires) {}
