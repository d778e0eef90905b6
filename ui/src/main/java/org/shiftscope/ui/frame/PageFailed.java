package org.shiftscope.ui.frame;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import org.shiftscope.ui.wording.EmptyState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a page shows that could not be built: a bug, or a broken machine. */
@ParentLayout(MainLayout.class)
@PageTitle("Failed · Shiftscope")
public final class PageFailed extends Div implements HasErrorParameter<Exception> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(PageFailed.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    String path = "/" + event.getLocation().getPathWithQueryParameters();
    LOG.error("The page {} could not be shown", path, parameter.getException());
    var again = new Anchor("." + path, new Span("Try again"));
    again.setRouterIgnore(true);
    addClassName("page");
    add(
        new H1("Failed"),
        new EmptyState(
            "This page could not be shown",
            "The server met a problem: "
                + parameter.getException().getMessage()
                + " Running experiments go on. The server's log says more.",
            again,
            Navigation.linkToExperiments("Go to the experiments")));
    return 500;
  }
}
