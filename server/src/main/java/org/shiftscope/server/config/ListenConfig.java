package org.shiftscope.server.config;

import java.util.Optional;
import java.util.Set;
import org.shiftscope.server.tls.CertificateFiles;

/**
 * Where the server listens, and how.
 *
 * @param port the TCP port; 0 takes a free one
 * @param host the name or address of this machine that is listened on; the loopback unless told
 *     otherwise
 * @param path below which everything is, such as {@code /shiftscope}; empty for the root
 * @param tls the certificate of https; empty for http
 */
public record ListenConfig(int port, String host, String path, Optional<CertificateFiles> tls) {

  private static final Set<String> ANY_OR_LOOPBACK =
      Set.of("0.0.0.0", "::", "127.0.0.1", "::1", "localhost");

  /** The name by which a browser on this machine finds it. */
  String localName() {
    return ANY_OR_LOOPBACK.contains(host)
        ? "localhost"
        : host.contains(":") ? "[" + host + "]" : host;
  }
}
