package org.shiftscope.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.server.config.OidcConfig;
import org.shiftscope.storage.accounts.Role;

final class DiscoverProviderTest {

  @Test
  @Timeout(30)
  void aProviderThatHangsTakesOneThreadAndNoMore() throws Exception {
    CompletableFuture<OidcProvider.Sent> first;
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      URI issuer = URI.create("http://localhost:" + silent.getLocalPort());
      var provider = new OidcProvider(config(issuer), Clock.systemUTC());
      URI back = URI.create("http://localhost/sign-in");
      first = CompletableFuture.supplyAsync(() -> provider.begin(back, "/"));
      try (Socket _ = silent.accept()) {
        assertThatThrownBy(() -> provider.begin(back, "/"))
            .isInstanceOf(ProviderFailed.class)
            .hasMessageContaining("does not answer now");
        assertThat(provider.signOut(back)).isEmpty();
        assertThat(first).as("the one that asks still waits").isNotDone();
      }
    }
    assertThatThrownBy(first::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(ProviderFailed.class);
  }

  @Test
  void aProviderByHttpsLeadsNowhereElse() throws Exception {
    URI issuer = URI.create("https://sso.example.org");
    assertThatCode(() -> DiscoverProvider.look(issuer, doors("https"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> DiscoverProvider.look(issuer, doors("http")))
        .isInstanceOf(GeneralException.class)
        .hasMessageContaining("leads to http://sso.example.org/token");
    URI here = URI.create("http://localhost:1");
    assertThatCode(() -> DiscoverProvider.look(here, doors("http"))).doesNotThrowAnyException();
  }

  /** {@code scheme}: of the door where codes are redeemed. */
  private static OIDCProviderMetadata doors(String scheme) throws ParseException {
    return OIDCProviderMetadata.parse(
        """
        {"issuer": "https://sso.example.org",
         "authorization_endpoint": "https://sso.example.org/authorize",
         "token_endpoint": "%s://sso.example.org/token",
         "jwks_uri": "https://sso.example.org/keys",
         "response_types_supported": ["code"],
         "subject_types_supported": ["public"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
            .formatted(scheme));
  }

  private static OidcConfig config(URI issuer) {
    return new OidcConfig(
        issuer,
        "shiftscope",
        Optional.empty(),
        "Small Provider",
        List.of("openid"),
        "preferred_username",
        new OidcConfig.Groups("groups", Map.of(), Role.VIEWER),
        true);
  }
}
