package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;

/** Makes an experiment a favourite, and shows whether it is one. */
public final class FavouriteStar extends Button {

  private static final long serialVersionUID = 1L;

  private boolean favourite;

  /** {@code wanted}: called with whether a person wants it to be one. */
  public FavouriteStar(Consumer<Boolean> wanted) {
    addThemeVariants(
        ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    addClassName("star");
    addClickListener(click -> wanted.accept(!favourite));
    draw();
  }

  /** Shows whether it is one; {@code title} names the experiment. */
  public void show(boolean isFavourite, String title) {
    setAriaLabel("Favourite: " + title);
    if (isFavourite != favourite) {
      favourite = isFavourite;
      draw();
    }
  }

  private void draw() {
    setIcon((favourite ? VaadinIcon.STAR : VaadinIcon.STAR_O).create());
    setTooltipText(favourite ? "A favourite: press for none" : "Make it a favourite");
    getElement().setAttribute("aria-pressed", Boolean.toString(favourite));
  }
}
