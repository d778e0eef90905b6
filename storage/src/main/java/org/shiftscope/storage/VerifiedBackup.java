package org.shiftscope.storage;

import java.time.Instant;

/**
 * What a look at a backup found, which was restored for it.
 *
 * @param at when
 * @param verdict what is in it, and what is wrong
 */
public record VerifiedBackup(Instant at, VerifyRecord.Verdict verdict) {}
