package org.shiftscope.storage.accounts;

import java.time.Instant;

/**
 * Who did what to what.
 *
 * @param sequence its number, larger for later ones
 * @param at when
 * @param account who
 * @param address from where
 * @param action what: {@code delete}, {@code signed-in}, …
 * @param subject to what: an experiment's id, an account's name, …
 */
public record AuditEntry(
    long sequence, Instant at, String account, String address, String action, String subject) {}
