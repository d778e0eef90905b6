package org.shiftscope.server.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.shiftscope.server.config.OidcConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the provider where its doors and keys are (OpenID Connect Discovery), once an hour. */
final class DiscoverProvider {

  private static final Logger LOG = LoggerFactory.getLogger(DiscoverProvider.class);

  /** How long an answer of the provider's may take. */
  static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

  private static final Duration KEPT = Duration.ofHours(1);

  /** For so long nobody waits for one that was away just now. */
  private static final Duration LEFT_ALONE = Duration.ofSeconds(10);

  private static final int MOST_BYTES = 1 << 20;

  private final OidcConfig config;
  private final Clock clock;
  private volatile Optional<Known> known = Optional.empty();
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Instant leftAlone = Instant.MIN;

  DiscoverProvider(OidcConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  /**
   * What is known of the provider.
   *
   * @param metadata its doors, under the very issuer that the settings name
   * @param keys those with which it signs, fetched when they are needed
   * @param until when it is asked again
   */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

  /** What was told last, however long ago; empty where nothing was. Asks nobody. */
  Optional<Known> last() {
    return known;
  }

  /**
   * What holds now. One thread alone asks the provider: the others go on with what was told last,
   * or fail at once, so that one that hangs takes no more than this thread.
   *
   * @throws ProviderFailed where it cannot be reached
   */
  Known now() {
    Optional<Known> fresh = known.filter(this::holds);
    if (fresh.isPresent()) {
      return fresh.get();
    }
    if (!asking.tryLock()) {
      return known.orElseThrow(() -> ProviderFailed.away(config.title()));
    }
    try {
      return known.filter(this::holds).orElseGet(this::ask);
    } finally {
      asking.unlock();
    }
  }

  private boolean holds(Known kept) {
    return clock.instant().isBefore(kept.until());
  }

  private Known ask() {
    if (clock.instant().isBefore(leftAlone)) {
      throw ProviderFailed.away(config.title());
    }
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(
              new Issuer(config.issuer()), PATIENCE_MILLIS, PATIENCE_MILLIS);
      look(config.issuer(), metadata);
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(
                  metadata.getJWKSetURI().toURL(),
                  new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES))
              .refreshAheadCache(false)
              .build();
      var fresh = new Known(metadata, keys, clock.instant().plus(KEPT));
      known = Optional.of(fresh);
      return fresh;
    } catch (IOException | GeneralException | IllegalArgumentException away) {
      LOG.warn("The OpenID provider {} does not tell its doors", config.issuer(), away);
      leftAlone = clock.instant().plus(LEFT_ALONE);
      throw ProviderFailed.away(config.title());
    }
  }

  /** A provider by https does not lead to where others can listen. */
  static void look(URI issuer, OIDCProviderMetadata metadata) throws GeneralException {
    if (metadata.getAuthorizationEndpointURI() == null || metadata.getTokenEndpointURI() == null) {
      throw new GeneralException("It names no place to sign in, or none to redeem a code");
    }
    Optional<URI> plain =
        Stream.of(
                metadata.getAuthorizationEndpointURI(),
                metadata.getTokenEndpointURI(),
                metadata.getJWKSetURI(),
                metadata.getUserInfoEndpointURI(),
                metadata.getEndSessionEndpointURI())
            .filter(door -> door != null && !"https".equalsIgnoreCase(door.getScheme()))
            .findFirst();
    if ("https".equals(issuer.getScheme()) && plain.isPresent()) {
      throw new GeneralException("It is reached by https, and leads to " + plain.get());
    }
  }
}
