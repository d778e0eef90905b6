package org.shiftscope.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** A formula, typeset by KaTeX with its own fonts; who hears the page gets it as MathML. */
@Tag("shiftscope-formula")
@NpmPackage(value = "katex", version = "0.19.1")
@CssImport("katex/dist/katex.min.css")
@JsModule("./formula/formula.ts")
public final class TypesetFormula extends Component implements HasStyle {

  private static final long serialVersionUID = 1L;

  /**
   * Shows a formula.
   *
   * @param tex as LaTeX's math mode has it: {@code p(\theta) = Z^{-1} e^{-2v/T}}; empty for none
   */
  public void setTex(String tex) {
    getElement().setProperty("tex", tex);
  }
}
