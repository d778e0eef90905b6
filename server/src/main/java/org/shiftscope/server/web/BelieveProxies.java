package org.shiftscope.server.web;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Takes from a proxy's headers where a request came from, and whether by https. From anybody else
 * these headers are a story: whoever asks could name any address.
 *
 * @param proxies their addresses
 * @param forwarded reads the headers
 */
record BelieveProxies(Set<String> proxies, ForwardedRequestCustomizer forwarded)
    implements HttpConfiguration.Customizer {

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    return proxies.contains(Request.getRemoteAddr(request))
        ? forwarded.customize(request, responseHeaders)
        : request;
  }
}
