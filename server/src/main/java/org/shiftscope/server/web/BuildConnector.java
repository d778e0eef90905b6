package org.shiftscope.server.web;

import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.shiftscope.server.tls.CertificateFiles;
import org.shiftscope.server.tls.CertificateRefused;
import org.shiftscope.server.tls.FollowCertificate;
import org.shiftscope.server.tls.ServerCertificate;

/**
 * Builds what listens: HTTP/1.1, over TLS where there is a certificate.
 *
 * @param server whose it is. Modified.
 * @param looks from one look at the files of the certificate to the next
 */
record BuildConnector(Server server, Duration looks) {

  /** A set-up of the form stands in its address, and browsers send that as the referrer, too. */
  private static final int LONGEST_HEADERS = 96 << 10;

  /** One takes connections and one hears of what they say; the others help out. */
  private static final int HEARING = 8;

  /**
   * By http.
   *
   * @param proxies addresses of those whose headers are believed
   */
  ServerConnector plain(List<String> proxies) {
    return connector(http(proxies));
  }

  /**
   * By https; a renewed certificate is taken into use while the server runs.
   *
   * @param files the certificate's
   */
  ServerConnector secure(List<String> proxies, CertificateFiles files) {
    var tls = new SslContextFactory.Server();
    ServerCertificate certificate = read(files);
    certificate.giveTo(tls);
    HttpConnectionFactory http = http(proxies);
    // The names that are asked for are looked at by RefuseForeign; those of the certificate are for
    // browsers to look at.
    http.getHttpConfiguration().addCustomizer(new SecureRequestCustomizer(false));
    ServerConnector connector =
        connector(new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()), http);
    connector.addBean(new FollowCertificate(files, tls, certificate, looks));
    return connector;
  }

  /** With threads of its own that take connections and hear of requests: those that answer wait. */
  private ServerConnector connector(ConnectionFactory... factories) {
    var hearing = new QueuedThreadPool(HEARING, 2);
    hearing.setName("hearing");
    hearing.setDaemon(true);
    return new ServerConnector(server, hearing, null, null, 1, 1, factories);
  }

  private static ServerCertificate read(CertificateFiles files) {
    try {
      return files.read();
    } catch (CertificateRefused changed) {
      throw new IllegalStateException("the configuration was checked: " + changed.law(), changed);
    }
  }

  private static HttpConnectionFactory http(List<String> proxies) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(UriCompliance.RFC3986);
    http.setRequestHeaderSize(LONGEST_HEADERS);
    if (!proxies.isEmpty()) {
      http.addCustomizer(BelieveProxies.of(proxies));
    }
    return new HttpConnectionFactory(http);
  }
}
