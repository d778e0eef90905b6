package org.shiftscope.server.web;

import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.session.DefaultSessionCache;
import org.eclipse.jetty.session.ManagedSession;
import org.eclipse.jetty.session.NullSessionDataStore;

/**
 * The sessions of browsers' pages. They live in memory and end when the server stops, once nothing
 * reaches the browsers any more: pages that are ended follow no news, and those in the browsers
 * wait for the server to come back.
 */
final class PageSessions extends SessionHandler {

  PageSessions() {
    var cache = new DefaultSessionCache(this);
    cache.setSessionDataStore(new NullSessionDataStore());
    cache.setInvalidateOnShutdown(true);
    setSessionCache(cache);
  }

  /** A request that outlives the sessions has none to give back. */
  @Override
  public void complete(ManagedSession session) {
    if (isRunning()) {
      super.complete(session);
    }
  }
}
