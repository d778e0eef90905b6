package org.shiftscope.server.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.shiftscope.server.config.OidcConfig;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.accounts.Vouched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Redeems the code that a browser brought for a token, and believes the token where it is signed by
 * the provider's key, for this server, for this sign-in, and now.
 *
 * @param config this server's side
 * @param provider its doors and keys
 */
record RedeemCode(OidcConfig config, DiscoverProvider.Known provider) {

  private static final Logger LOG = LoggerFactory.getLogger(RedeemCode.class);

  private static final String VERIFIED = UserInfo.EMAIL_VERIFIED_CLAIM_NAME;

  /** By a key that the provider alone has; the JDK verifies all of them. */
  private static final Set<JWSAlgorithm> SIGNATURES =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** What the provider says of who came back. */
  Vouched redeem(BegunSignIn signIn, AuthenticationResponse answer) {
    OIDCTokens tokens = tokens(signIn, answer);
    IDTokenClaimsSet claims = believed(signIn, tokens);
    Optional<UserInfo> more = more(tokens, claims);
    String name =
        named(claims)
            .or(() -> more.flatMap(this::named))
            .orElseThrow(
                () ->
                    ProviderFailed.refused(
                        config.title()
                            + " does not tell "
                            + config.nameClaim()
                            + (isByEmail() ? " as one that it has verified" : "")
                            + ", by which accounts are named here (oidc-name, oidc-scopes)."));
    OidcConfig.Groups groups = config.groups();
    List<String> theirs =
        texts(claims, groups.claim())
            .or(() -> more.flatMap(info -> texts(info, groups.claim())))
            .orElse(List.of());
    Role role = groups.of(theirs);
    return new Vouched(
        claims.getIssuer().getValue(),
        claims.getSubject().getValue(),
        name,
        role,
        !groups.roles().isEmpty());
  }

  /** What names the account; an address counts where the provider has verified it. */
  private Optional<String> named(ClaimsSet claims) {
    boolean counts = !isByEmail() || "true".equals(String.valueOf(claims.getClaim(VERIFIED)));
    return text(claims, config.nameClaim()).filter(name -> counts);
  }

  private boolean isByEmail() {
    return config.nameClaim().equals(UserInfo.EMAIL_CLAIM_NAME);
  }

  private OIDCTokens tokens(BegunSignIn signIn, AuthenticationResponse answer) {
    var grant =
        new AuthorizationCodeGrant(
            answer.toSuccessResponse().getAuthorizationCode(),
            signIn.redirect(),
            signIn.verifier());
    URI door = provider.metadata().getTokenEndpointURI();
    var client = new ClientID(config.clientId());
    TokenRequest request =
        config
            .clientSecret()
            .map(secret -> new TokenRequest.Builder(door, shown(client, secret), grant).build())
            .orElseGet(() -> new TokenRequest.Builder(door, client, grant).build());
    try {
      TokenResponse response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
      if (!response.indicatesSuccess()) {
        throw ProviderFailed.refused(
            config.title()
                + " does not take its own code back ("
                + response.toErrorResponse().getErrorObject().getCode()
                + "): begin anew.");
      }
      var tokens = (OIDCTokens) response.toSuccessResponse().getTokens();
      if (tokens.getIDToken() == null) {
        throw new ParseException("It gives no ID token");
      }
      return tokens;
    } catch (ParseException malformed) {
      throw notBelieved(malformed);
    }
  }

  /** As the provider takes it: in the header, unless it says that it takes it in the body alone. */
  private ClientAuthentication shown(ClientID client, String secret) {
    List<ClientAuthenticationMethod> methods = provider.metadata().getTokenEndpointAuthMethods();
    boolean inBody =
        methods != null
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return inBody
        ? new ClientSecretPost(client, new Secret(secret))
        : new ClientSecretBasic(client, new Secret(secret));
  }

  private IDTokenClaimsSet believed(BegunSignIn signIn, OIDCTokens tokens) {
    Set<JWSAlgorithm> algorithms = new HashSet<>(SIGNATURES);
    if (provider.metadata().getIDTokenJWSAlgs() != null) {
      algorithms.retainAll(provider.metadata().getIDTokenJWSAlgs());
    }
    try {
      var validator =
          new IDTokenValidator(
              provider.metadata().getIssuer(),
              new ClientID(config.clientId()),
              new JWSVerificationKeySelector<>(algorithms, provider.keys()),
              null);
      return validator.validate(tokens.getIDToken(), signIn.nonce());
    } catch (KeySourceException away) {
      LOG.warn("The OpenID provider {} does not tell its keys", config.issuer(), away);
      throw ProviderFailed.away(config.title());
    } catch (BadJOSEException | JOSEException | IllegalArgumentException wrong) {
      throw notBelieved(wrong);
    }
  }

  /** What it tells by its other door alone, where the token leaves out what is needed. */
  private Optional<UserInfo> more(OIDCTokens tokens, IDTokenClaimsSet claims) {
    URI door = provider.metadata().getUserInfoEndpointURI();
    boolean named = named(claims).isPresent();
    boolean grouped =
        config.groups().roles().isEmpty() || texts(claims, config.groups().claim()).isPresent();
    if (door == null || (named && grouped)) {
      return Optional.empty();
    }
    try {
      UserInfoResponse response =
          UserInfoResponse.parse(
              send(new UserInfoRequest(door, tokens.getBearerAccessToken()).toHTTPRequest()));
      return response.indicatesSuccess()
          ? Optional.ofNullable(response.toSuccessResponse().getUserInfo())
              .filter(info -> claims.getSubject().equals(info.getSubject()))
          : Optional.empty();
    } catch (ParseException malformed) {
      throw notBelieved(malformed);
    }
  }

  private HTTPResponse send(HTTPRequest request) {
    request.setConnectTimeout(DiscoverProvider.PATIENCE_MILLIS);
    request.setReadTimeout(DiscoverProvider.PATIENCE_MILLIS);
    request.setFollowRedirects(false);
    try {
      return request.send();
    } catch (IOException away) {
      LOG.warn("The OpenID provider {} does not answer", config.issuer(), away);
      throw ProviderFailed.away(config.title());
    }
  }

  private ProviderFailed notBelieved(Exception why) {
    LOG.warn("The word of the OpenID provider {} does not hold", config.issuer(), why);
    return ProviderFailed.refused(
        "What " + config.title() + " says of you does not hold: " + why.getMessage() + ".");
  }

  private static Optional<String> text(ClaimsSet claims, String name) {
    return Optional.ofNullable(claims.getStringClaim(name)).filter(text -> !text.isBlank());
  }

  private static Optional<List<String>> texts(ClaimsSet claims, String name) {
    Object claim = claims.getClaim(name);
    if (claim instanceof Collection<?> many) {
      return Optional.of(many.stream().map(Objects::toString).toList());
    }
    return claim instanceof String one ? Optional.of(List.of(one)) : Optional.empty();
  }
}
