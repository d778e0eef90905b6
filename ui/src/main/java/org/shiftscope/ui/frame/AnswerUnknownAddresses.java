package org.shiftscope.ui.frame;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shiftscope.storage.ExperimentId;

/**
 * Answers 404 to who asks for a page that there is not, or for an experiment that there is not. The
 * document is that of every page, since it is the page that says so.
 */
public final class AnswerUnknownAddresses implements VaadinServiceInitListener {

  private static final long serialVersionUID = 1L;
  private static final Pattern EXPERIMENT = Pattern.compile("experiments/([^/]*)");

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(AnswerUnknownAddresses::answer);
  }

  private static void answer(IndexHtmlResponse response) {
    String info = response.getVaadinRequest().getPathInfo();
    String path = info == null ? "" : info.replaceAll("^/+|/+$", "");
    if (!isKnown(path)) {
      response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static boolean isKnown(String path) {
    Matcher experiment = EXPERIMENT.matcher(path);
    return experiment.matches()
        ? ExperimentId.parse(experiment.group(1))
            .flatMap(Backend.get().experiments()::summary)
            .isPresent()
        : RouteConfiguration.forApplicationScope().getRoute(path).isPresent();
  }
}
