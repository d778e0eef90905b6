package org.shiftscope.compute.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shiftscope.compute.formula.Token.Kind;

/**
 * Splits a formula's text into its parts, and refuses what no formula can hold. A value directly
 * beside a value is refused here where people would take it for a product: 1 / 2x is read in two
 * ways.
 */
final class SplitText {

  private static final Pattern PART =
      Pattern.compile(
          """
          (?<number> 0[xX]\\p{XDigit}* | (?:\\p{Nd} | \\.\\p{Nd}) (?:[eE][+-]? | [\\p{Nd}.])* )
          | (?<name> [\\p{L}_][\\p{L}\\p{Nd}_]* )
          | "(?<quoted> [^"]* )"
          | (?<mark> . )
          """,
          Pattern.COMMENTS | Pattern.DOTALL);

  private static final Pattern NO_EXPONENT = Pattern.compile("(?!0[xX]).*[eE]([+-]|.*\\.)?");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int open;

  private SplitText(String text) {
    this.text = text;
  }

  /**
   * The parts of a text, at least one.
   *
   * @param text not blank
   */
  static List<Token> of(String text) throws Unreadable {
    return new SplitText(text).split();
  }

  private List<Token> split() throws Unreadable {
    Matcher part = PART.matcher(text);
    for (int at = afterBlanks(0); at < text.length(); at = afterBlanks(part.end())) {
      part.region(at, text.length());
      if (!part.lookingAt()) {
        throw new IllegalStateException("No pattern fits \"" + text.substring(at) + "\"");
      }
      add(token(part));
    }
    if (open > 0) {
      throw new Unreadable("closing brace not found", text, 1);
    }
    return tokens;
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private Token token(Matcher part) throws Unreadable {
    int position = part.start() + 1;
    if (part.group("number") != null) {
      return number(new Token(Kind.NUMBER, part.group(), position));
    }
    if (part.group("name") != null) {
      return name(part.group(), position, afterBlanks(part.end()));
    }
    return part.group("quoted") != null
        ? new Token(Kind.QUOTED, part.group("quoted"), position)
        : mark(part.group(), position);
  }

  private static Token number(Token number) throws Unreadable {
    int second = number.text().indexOf('.', number.text().indexOf('.') + 1);
    if (second > 0 && number.text().indexOf('.') < second) {
      throw new Unreadable(
          "number contains more than one decimal point",
          number.text().substring(0, second + 1),
          number.position());
    }
    if (NO_EXPONENT.matcher(number.text()).matches()) {
      throw new Unreadable("illegal scientific format", number);
    }
    return number;
  }

  private Token name(String name, int position, int next) throws Unreadable {
    if (next == text.length() || text.charAt(next) != '(') {
      return new Token(Kind.NAME, name, position);
    }
    Token function = new Token(Kind.FUNCTION, name, position);
    if (!Grammar.FUNCTIONS.containsKey(name.toLowerCase(Locale.ROOT))) {
      throw new Unreadable("undefined function '" + name + "'", function);
    }
    return function;
  }

  private Token mark(String mark, int position) throws Unreadable {
    return switch (mark) {
      case "(" -> bracket(new Token(Kind.OPEN, mark, position), 1);
      case ")" -> bracket(new Token(Kind.CLOSE, mark, position), -1);
      case "," -> new Token(Kind.COMMA, mark, position);
      case "+", "-" -> new Token(valueMayFollow() ? Kind.SIGN : Kind.OPERATOR, mark, position);
      case "*", "/", "^" -> new Token(Kind.OPERATOR, mark, position);
      case "\"" ->
          throw new Unreadable("closing quote not found", text.substring(position), position);
      default -> throw new Unreadable("undefined operator '" + mark + "'", mark, position);
    };
  }

  private Token bracket(Token bracket, int opened) throws Unreadable {
    open += opened;
    if (open < 0) {
      throw new Unreadable("unexpected closing brace", bracket);
    }
    return bracket;
  }

  private boolean valueMayFollow() {
    return tokens.isEmpty()
        || switch (tokens.getLast().kind()) {
          case OPEN, OPERATOR, COMMA, SIGN -> true;
          case NUMBER, NAME, FUNCTION, CLOSE, QUOTED -> false;
        };
  }

  private void add(Token token) throws Unreadable {
    if (!tokens.isEmpty()) {
      requireNeighbour(tokens.getLast().kind(), token);
    }
    tokens.add(token);
  }

  private static void requireNeighbour(Kind before, Token token) throws Unreadable {
    if ((before == Kind.NUMBER && (token.is(Kind.NAME) || token.is(Kind.FUNCTION)))
        || ((before == Kind.NUMBER || before == Kind.CLOSE) && token.is(Kind.OPEN))) {
      throw new Unreadable("missing operator", token);
    }
    if (before == Kind.OPERATOR
        && (token.is(Kind.OPERATOR) || token.is(Kind.CLOSE) || token.is(Kind.COMMA))) {
      throw new Unreadable("unexpected token after infix operator", token);
    }
  }
}
