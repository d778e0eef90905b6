package org.shiftscope.storage.accounts;

/**
 * What an OpenID provider says of who signs in by it.
 *
 * @param issuer the provider, by its address
 * @param subject who it is there, for good
 * @param name what they are called there
 * @param role what they may do here; {@link Role#NOBODY} where they may not come in
 * @param lasting whether the provider decides on the role at each sign-in, not at the first alone
 */
public record Vouched(String issuer, String subject, String name, Role role, boolean lasting) {}
