package org.shiftscope.ui.wording;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Copies something of the page to the clipboard. */
public final class CopyButton extends Button {

  private static final long serialVersionUID = 1L;

  /** Browsers give the clipboard to https and localhost only; elsewhere a hidden field does it. */
  private static final String COPY =
      """
      const text = %s;
      if (navigator.clipboard && window.isSecureContext) { return navigator.clipboard.writeText(text); }
      const field = document.createElement('textarea');
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
      """;

  /**
   * A button that copies.
   *
   * @param expression JavaScript that gives the text
   */
  public CopyButton(String text, VaadinIcon icon, String expression) {
    super(text, icon.create());
    addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    addClickListener(
        click ->
            getElement()
                .executeJs(COPY.formatted(expression))
                .then(
                    done -> Notify.done("Copied."),
                    refused -> Notify.problem("The browser did not allow copying.")));
  }
}
