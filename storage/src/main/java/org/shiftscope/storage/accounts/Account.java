package org.shiftscope.storage.accounts;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who can sign in.
 *
 * @param name in lower case
 * @param role what they may do; not {@link Role#NOBODY}
 * @param invited whether they have not chosen a password yet, nor signed in by an OpenID provider
 * @param disabled whether they are kept from signing in
 * @param created when
 * @param lastSignIn when they last signed in
 */
public record Account(
    String name,
    Role role,
    boolean invited,
    boolean disabled,
    Instant created,
    Optional<Instant> lastSignIn) {}
