package org.shiftscope.storage.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * What a script signs in with.
 *
 * @param id names it, and is no secret
 * @param title what it is for
 * @param scope what it may do at most: its account's role may be less
 * @param created when
 * @param expires when it ends
 * @param lastUsed when it was last used, to the minute
 */
public record ApiToken(
    String id,
    String title,
    Role scope,
    Instant created,
    Instant expires,
    Optional<Instant> lastUsed) {}
