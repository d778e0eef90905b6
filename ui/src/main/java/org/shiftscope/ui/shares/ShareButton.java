package org.shiftscope.ui.shares;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Supplier;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.ui.sharing.MakeShare;
import org.shiftscope.ui.sharing.WhatIsShared;
import org.shiftscope.ui.wording.Notify;

/** Opens the dialog that shares what the page shows. */
public final class ShareButton extends Button {

  private static final long serialVersionUID = 1L;

  /**
   * A button.
   *
   * @param make makes shares
   * @param what what the page shows at the moment of the click
   */
  public ShareButton(MakeShare make, Supplier<WhatIsShared> what) {
    super("Share", VaadinIcon.SHARE.create());
    setId("share");
    addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    addClickListener(click -> open(make, what));
  }

  private static void open(MakeShare make, Supplier<WhatIsShared> what) {
    try {
      new ShareDialog(make, what.get()).open();
    } catch (InvalidSpec nothing) {
      Notify.problem(nothing.getMessage());
    }
  }
}
