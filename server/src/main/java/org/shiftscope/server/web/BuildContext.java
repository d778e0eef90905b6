package org.shiftscope.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.servlet.SessionHandler;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.ee11.websocket.servlet.WebSocketUpgradeFilter;
import org.eclipse.jetty.http.HttpCookie;
import org.shiftscope.server.access.Access;
import org.shiftscope.server.access.EndPages;
import org.shiftscope.server.access.IdentifyAsker;
import org.shiftscope.server.access.WhoMay;
import org.shiftscope.server.metrics.MeasureRequests;
import org.shiftscope.server.metrics.Metrics;
import org.shiftscope.server.rest.RestApi;
import org.shiftscope.server.shared.SharedPages;
import org.shiftscope.server.signin.SignInRoutes;
import org.shiftscope.ui.frame.Backend;

/** Puts REST, shared pages and the pages into one servlet context. */
record BuildContext(Servlet rest, Servlet shared, Backend backend, Access access, Metrics metrics) {

  private static final Duration PAGES_OF_CLOSED_BROWSERS = Duration.ofMinutes(30);

  /**
   * Builds it.
   *
   * @param path below which it is; empty for the root
   */
  ServletContextHandler build(String path) {
    var context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath(path.isEmpty() ? "/" : path);
    // Vaadin's initializers ask the context for its class loader, and fail without one.
    context.setClassLoader(BuildContext.class.getClassLoader());
    context.setBaseResource(WebResources.combined(context));
    context.setAttribute(Backend.class.getName(), backend);
    var pages = new EndPages(access.people());
    context.setSessionHandler(sessions(pages));
    var measure = new FilterHolder(new MeasureRequests(metrics));
    measure.setAsyncSupported(true);
    context.addFilter(measure, "/*", EnumSet.of(DispatcherType.REQUEST));
    var headers = new FilterHolder(new SecurityHeaders());
    headers.setAsyncSupported(true);
    context.addFilter(headers, "/*", EnumSet.of(DispatcherType.REQUEST));
    var identify = new FilterHolder(new IdentifyAsker(access, pages));
    identify.setAsyncSupported(true);
    context.addFilter(identify, "/*", EnumSet.of(DispatcherType.REQUEST));
    // Here, and not before all filters where Jetty puts it by itself: only who has signed in gets a
    // websocket.
    var upgrade = new FilterHolder(new WebSocketUpgradeFilter());
    upgrade.setName(WebSocketUpgradeFilter.class.getName());
    upgrade.setAsyncSupported(true);
    context.addFilter(upgrade, "/*", EnumSet.of(DispatcherType.REQUEST));
    ServletHolder routes = async(rest);
    context.addServlet(routes, RestApi.PATH);
    context.addServlet(routes, WhoMay.METRICS);
    SignInRoutes.PATHS.forEach(page -> context.addServlet(routes, page));
    context.addServlet(async(shared), SharedPages.PATH);
    context.addServlet(vaadin(), "/*");
    VaadinInitializers.addTo(context);
    JakartaWebSocketServletContainerInitializer.configure(context, null);
    return context;
  }

  /** Of a browser's pages: what they show lives in it, and goes with it. */
  private SessionHandler sessions(EndPages pages) {
    var sessions = new PageSessions();
    sessions.setHttpOnly(true);
    sessions.setSessionCookie(access.cookie().pages());
    sessions.setSameSite(HttpCookie.SameSite.LAX);
    sessions.setSecureRequestOnly(true);
    // An open page says each minute that it lives; a closed browser's says nothing.
    sessions.setMaxInactiveInterval((int) PAGES_OF_CLOSED_BROWSERS.toSeconds());
    sessions.addEventListener(pages);
    return sessions;
  }

  private static ServletHolder vaadin() {
    ServletHolder holder = async(new PagesServlet());
    holder.setInitParameter("productionMode", "true");
    holder.setInitParameter("heartbeatInterval", "60");
    holder.setInitOrder(1);
    return holder;
  }

  private static ServletHolder async(Servlet servlet) {
    var holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    return holder;
  }
}
