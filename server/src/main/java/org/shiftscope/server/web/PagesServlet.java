package org.shiftscope.server.web;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Serves the pages, and lets browsers keep for good what has a hash in its name. */
final class PagesServlet extends VaadinServlet {

  private static final long serialVersionUID = 1L;

  /**
   * Refuses what a page would send by its websocket: pages listen by it and ask by requests, of
   * which alone it is known who asks.
   */
  private static final class AskedByRequests extends VaadinServletService {

    private static final long serialVersionUID = 1L;

    AskedByRequests(VaadinServlet servlet, DeploymentConfiguration configuration) {
      super(servlet, configuration);
    }

    /** What the document runs by itself gets a word that no other script can know (CSP). */
    @Override
    public void modifyIndexHtmlResponse(IndexHtmlResponse page) {
      super.modifyIndexHtmlResponse(page);
      String nonce = SecurityHeaders.nonce();
      page.getDocument().select("script").attr("nonce", nonce);
      page.getVaadinResponse().setHeader(SecurityHeaders.POLICY, SecurityHeaders.ofPages(nonce));
    }

    /** By a websocket there is no response: connecting is GET, a message POST. */
    @Override
    public void requestStart(VaadinRequest request, @Nullable VaadinResponse response) {
      if (response == null && !"GET".equals(request.getMethod())) {
        throw new IllegalStateException("Pages ask by requests, not by their websocket.");
      }
      super.requestStart(request, response);
    }
  }

  private static final String HASHED = "/VAADIN/build/";

  @Override
  protected VaadinServletService createServletService(DeploymentConfiguration configuration)
      throws ServiceException {
    var service = new AskedByRequests(this, configuration);
    service.init();
    return service;
  }

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
