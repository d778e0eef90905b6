package org.shiftscope.storage.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * A link by which somebody chooses a password once, told this once.
 *
 * @param secret what the link holds
 * @param account whose password; empty for the set-up link, which makes the first administrator
 * @param expires when it ends
 */
public record OneTimeLink(Secret secret, Optional<String> account, Instant expires) {}
