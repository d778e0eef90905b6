package org.shiftscope.server.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes from a proxy's headers where a request came from ({@code X-Forwarded-For}), and whether by
 * https ({@code X-Forwarded-Proto}). From anybody else these headers are a story: whoever asks
 * could name any address. Others of the kind are not read, since proxies pass on what they do not
 * know of.
 *
 * @param proxies their addresses
 * @param forwarded reads the headers
 */
record BelieveProxies(Set<InetAddress> proxies, ForwardedRequestCustomizer forwarded)
    implements HttpConfiguration.Customizer {

  /** Believes those of these addresses. */
  static BelieveProxies of(List<String> addresses) {
    var forwarded = new ForwardedRequestCustomizer();
    forwarded.setForwardedOnly(true);
    forwarded.setForwardedHeader("");
    forwarded.setForwardedCipherSuiteHeader("");
    forwarded.setForwardedSslSessionIdHeader("");
    forwarded.setForwardedForHeader(HttpHeader.X_FORWARDED_FOR.asString());
    forwarded.setForwardedProtoHeader(HttpHeader.X_FORWARDED_PROTO.asString());
    return new BelieveProxies(
        addresses.stream().map(InetAddress::ofLiteral).collect(Collectors.toUnmodifiableSet()),
        forwarded);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    boolean byProxy =
        request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from
            && proxies.contains(from.getAddress());
    return byProxy ? forwarded.customize(withOneClient(request), responseHeaders) : request;
  }

  /**
   * Each proxy adds at the end whom it heard the request from; what stands before the last that is
   * no proxy was written by whoever asked.
   */
  private Request withOneClient(Request request) {
    List<String> told = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
    if (told.isEmpty()) {
      return request;
    }
    String client =
        told.reversed().stream().filter(each -> !isProxy(each)).findFirst().orElse(told.getFirst());
    HttpFields headers =
        HttpFields.build(request.getHeaders()).put(HttpHeader.X_FORWARDED_FOR, client);
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  private boolean isProxy(String address) {
    try {
      return proxies.contains(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }
}
