package org.shiftscope.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import org.shiftscope.ui.wording.EmptyState;

/** What an unknown address shows. */
@ParentLayout(MainLayout.class)
@PageTitle("Not found · Shiftscope")
public final class NoSuchPage extends Div implements HasErrorParameter<NotFoundException> {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    String reason = parameter.getCustomMessage();
    // The router's own words are for programmers.
    boolean isRouters =
        reason == null
            || reason.isBlank()
            || reason.equals(parameter.getCaughtException().getMessage());
    addClassName("page");
    add(
        new H1("Not found"),
        new EmptyState(
            "There is nothing at this address",
            isRouters
                ? "/" + event.getLocation().getPath() + " is not a page of Shiftscope."
                : reason,
            Navigation.linkToExperiments("Go to the experiments")));
    return 404;
  }
}
