package org.shiftscope.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.ee11.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.shiftscope.server.rest.RestApi;
import org.shiftscope.server.shared.SharedPages;
import org.shiftscope.ui.frame.Backend;

/** Puts REST, shared pages and the pages into one servlet context. */
record BuildContext(Servlet rest, Servlet shared, Backend backend) {

  ServletContextHandler build() {
    var context = new ServletContextHandler(ServletContextHandler.SESSIONS);
    context.setContextPath("/");
    // Vaadin's initializers ask the context for its class loader, and fail without one.
    context.setClassLoader(BuildContext.class.getClassLoader());
    context.setBaseResource(WebResources.combined(context));
    context.setAttribute(Backend.class.getName(), backend);
    context.getSessionHandler().setHttpOnly(true);
    // Open pages are heard of every minute; those of a closed browser end.
    context.getSessionHandler().setMaxInactiveInterval(30 * 60);
    var headers = new FilterHolder(new SecurityHeaders());
    headers.setAsyncSupported(true);
    context.addFilter(headers, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(async(rest), RestApi.PATH);
    context.addServlet(async(shared), SharedPages.PATH);
    context.addServlet(vaadin(), "/*");
    VaadinInitializers.addTo(context);
    JakartaWebSocketServletContainerInitializer.configure(context, null);
    return context;
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
