package org.shiftscope.server.web;

import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Serves the pages, and lets browsers keep for good what has a hash in its name. */
final class PagesServlet extends VaadinServlet {

  private static final long serialVersionUID = 1L;
  private static final String HASHED = "/VAADIN/build/";

  @Override
  protected StaticFileHandler createStaticFileHandler(VaadinService service) {
    return new StaticFileServer(service) {

      private static final long serialVersionUID = 1L;

      @Override
      protected void writeCacheHeaders(
          String path, HttpServletRequest request, HttpServletResponse response) {
        super.writeCacheHeaders(path, request, response);
        if (path.contains(HASHED)) {
          response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
      }
    };
  }
}
