package org.shiftscope.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import org.shiftscope.storage.accounts.NotAllowed;
import org.shiftscope.ui.wording.EmptyState;

/** What a page shows that is not for who asks. */
@ParentLayout(MainLayout.class)
@PageTitle("Not allowed · Shiftscope")
public final class NotAllowedPage extends Div implements HasErrorParameter<NotAllowed> {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotAllowed> parameter) {
    addClassName("page");
    add(
        new H1("Not allowed"),
        new EmptyState(
            "This page is not for you",
            String.valueOf(parameter.getException().getMessage()),
            Navigation.linkToExperiments("Go to the experiments")));
    return 403;
  }
}
