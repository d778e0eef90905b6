package org.shiftscope.ui.wording;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.dom.Element;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Symbols with lowered and raised parts. Sentences and titles write them as {@code θ_te}, {@code
 * L_te,k} and {@code x^2}, {@code κ^(n/2)}; nobody sees them so: a page gets real subscripts, a
 * chart its own form of them, and files and people who hear the page Unicode's. Formulas beyond
 * this are LaTeX and drawn by {@link org.shiftscope.frontend.TypesetFormula}.
 */
public final class Notation {

  /**
   * A part is lowered after a symbol of one letter alone, so that the names of files stay as they
   * are; it is raised after anything.
   */
  private static final Pattern PART =
      Pattern.compile(
          "(?<=(?<![A-Za-z0-9_])\\p{L})_(?<sub>[\\p{L}\\p{N}]+(?:,\\p{L}(?!\\p{L}))?)"
              + "|\\^(?:\\((?<group>(?:[^()]|\\([^()]*\\))*)\\)|(?<sup>[−-]?[\\p{L}\\p{N}.]+|.))");

  private static final String LETTERS = "0123456789+−-=()aehijklmnoprstuvxβγρφχ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ";
  private static final String RAISABLE = "0123456789+−-=()abcdefghijklmnoprstuvwxyz";
  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";

  private Notation() {}

  /** For files and for people who hear the page: θₜₑ, x²; brackets where Unicode has no letter. */
  public static String plain(String text) {
    return replaced(
        text,
        sub -> replaced(sub, LETTERS, LOWERED, "[" + sub + "]"),
        sup -> replaced(sup, RAISABLE, RAISED, " to the power of " + sup));
  }

  /** For the text of charts, as {@link org.shiftscope.frontend.EChart} takes it. */
  public static String chart(String text) {
    return replaced(text, sub -> "{sub|" + sub + "}", sup -> "{sup|" + sup + "}");
  }

  /** For HTML that is written as text: everything else in it is escaped. */
  public static String html(String text) {
    Matcher part = PART.matcher(text);
    var html = new StringBuilder();
    int end = 0;
    while (part.find()) {
      String tag = part.group("sub") != null ? "sub" : "sup";
      html.append(escaped(text.substring(end, part.start())));
      html.append('<').append(tag).append('>').append(escaped(content(part)));
      html.append("</").append(tag).append('>');
      end = part.end();
    }
    return html.append(escaped(text.substring(end))).toString();
  }

  /** Text that stands in HTML, in attributes too. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Shows a text in a component, in place of what it held. */
  public static void show(HasElement where, String text) {
    Element element = where.getElement();
    element.removeAllChildren();
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.find()) {
      append(element, text.substring(end, part.start()));
      boolean lowered = part.group("sub") != null;
      element.appendChild(new Element(lowered ? "sub" : "sup").setText(content(part)));
      end = part.end();
    }
    append(element, text.substring(end));
  }

  private static void append(Element element, String text) {
    if (!text.isEmpty()) {
      element.appendChild(Element.createText(text));
    }
  }

  private static String replaced(
      String text, UnaryOperator<String> lowered, UnaryOperator<String> raised) {
    return PART.matcher(text)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    (part.group("sub") == null ? raised : lowered).apply(content(part))));
  }

  private static String content(MatchResult part) {
    if (part.group("sub") != null) {
      return part.group("sub");
    }
    return part.group("group") == null ? part.group("sup") : part.group("group");
  }

  private static String replaced(String part, String from, String to, String otherwise) {
    return part.chars().allMatch(c -> from.indexOf(c) >= 0)
        ? part.chars()
            .map(c -> to.charAt(from.indexOf(c)))
            .collect(StringBuilder::new, (s, c) -> s.append((char) c), StringBuilder::append)
            .toString()
        : otherwise;
  }
}
