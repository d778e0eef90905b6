package org.shiftscope.server.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Instant;

/**
 * A sign-in that was begun, and is waited for.
 *
 * @param state what the provider gives back with its answer; the browser that began has it, too
 * @param nonce what the provider's token must hold
 * @param verifier what shows the provider that the code is redeemed by who asked for it (PKCE)
 * @param redirect where the provider sends the browser back to
 * @param returning the page to go on to, from the server's own root
 * @param until when it is too late
 */
record BegunSignIn(
    State state,
    Nonce nonce,
    CodeVerifier verifier,
    URI redirect,
    String returning,
    Instant until) {}
