package org.shiftscope.server.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.server.config.OidcConfig;
import org.shiftscope.storage.accounts.Vouched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider by which people sign in, by OpenID Connect's authorization code with PKCE. It is
 * asked for nothing until somebody signs in, so that the server starts without it. See
 * docs/decisions/051-sign-in-by-a-provider.md.
 */
public final class OidcProvider {

  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

  private final OidcConfig config;
  private final Clock clock;
  private final DiscoverProvider discover;
  private final BegunSignIns begun;

  /** {@code clock}: tells when it is too late to come back. */
  public OidcProvider(OidcConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.discover = new DiscoverProvider(config, clock);
    this.begun = new BegunSignIns(clock);
  }

  /**
   * Where a browser is sent to.
   *
   * @param address at the provider
   * @param state what the browser must have when it comes back
   * @param life how long it may take
   */
  public record Sent(URI address, String state, Duration life) {}

  /**
   * Who came back.
   *
   * @param person what the provider says of them
   * @param returning the page to go on to
   */
  public record Returned(Vouched person, String returning) {}

  /** What the sign-in page calls it. */
  public String title() {
    return config.title();
  }

  /** Whether who has no account here gets one. */
  public boolean newcomers() {
    return config.newcomers();
  }

  /**
   * Begins a sign-in.
   *
   * @param redirect where the provider sends the browser back to
   * @param returning the page to go on to
   * @throws ProviderFailed where it cannot be reached
   */
  public Sent begin(URI redirect, String returning) {
    URI endpoint = discover.now().metadata().getAuthorizationEndpointURI();
    var signIn =
        new BegunSignIn(
            new State(),
            new Nonce(),
            new CodeVerifier(),
            redirect,
            returning,
            clock.instant().plus(BegunSignIns.LIFE));
    URI address =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope(config.scopes().toArray(String[]::new)),
                new ClientID(config.clientId()),
                redirect)
            .endpointURI(endpoint)
            .state(signIn.state())
            .nonce(signIn.nonce())
            .codeChallenge(signIn.verifier(), CodeChallengeMethod.S256)
            .build()
            .toURI();
    begun.keep(signIn);
    return new Sent(address, signIn.state().getValue(), BegunSignIns.LIFE);
  }

  /**
   * Ends a sign-in.
   *
   * @param state what the browser had
   * @param parameters what the provider sent along
   * @throws ProviderFailed where it cannot be reached, or its word does not hold
   */
  public Returned finish(String state, Map<String, List<String>> parameters) {
    BegunSignIn signIn =
        begun
            .take(state)
            .orElseThrow(
                () ->
                    ProviderFailed.refused(
                        "This sign-in was not begun in this browser, was used already, or took too"
                            + " long: begin anew."));
    DiscoverProvider.Known provider = discover.now();
    var code = new RedeemCode(config, provider);
    return new Returned(
        code.redeem(signIn, answer(signIn, provider, parameters)), signIn.returning());
  }

  /** The provider's answer, where it is a success and of the provider that was asked. */
  private AuthenticationResponse answer(
      BegunSignIn signIn, DiscoverProvider.Known provider, Map<String, List<String>> parameters) {
    try {
      if (parameters.containsKey("response")) {
        throw new ParseException("It is in a token, which was not asked for");
      }
      AuthenticationResponse answer =
          AuthenticationResponseParser.parse(signIn.redirect(), parameters);
      if (!answer.indicatesSuccess()) {
        throw ProviderFailed.refused(
            config.title()
                + " did not sign you in ("
                + answer.toErrorResponse().getErrorObject().getCode()
                + ").");
      }
      if (answer.toSuccessResponse().getAuthorizationCode() == null) {
        throw new ParseException("It holds no code");
      }
      boolean named = answer.getIssuer() != null;
      boolean mustBe = provider.metadata().supportsAuthorizationResponseIssuerParam();
      if (named ? !answer.getIssuer().equals(provider.metadata().getIssuer()) : mustBe) {
        throw ProviderFailed.refused("This is the answer of another provider: begin anew.");
      }
      return answer;
    } catch (ParseException | IllegalArgumentException malformed) {
      LOG.warn("The OpenID provider {} answered what is none", config.issuer(), malformed);
      throw ProviderFailed.refused(
          "What " + config.title() + " answered cannot be understood: begin anew.");
    }
  }

  /**
   * Where somebody who is signed out here signs out there, too; empty where it tells no such place,
   * or was not asked yet. It is not asked for this: whoever wants may have this page.
   *
   * @param back where it sends them back to
   */
  public Optional<URI> signOut(URI back) {
    return discover
        .last()
        .flatMap(known -> Optional.ofNullable(known.metadata().getEndSessionEndpointURI()))
        .map(
            there ->
                URI.create(
                    there
                        + (there.getQuery() == null ? "?" : "&")
                        + "client_id="
                        + encoded(config.clientId())
                        + "&post_logout_redirect_uri="
                        + encoded(back.toString())));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
