package org.shiftscope.compute.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.shiftscope.compute.formula.Token.Kind;

/**
 * The grammar of formulas, where ^ groups to the right and −x^2 is −(x^2):
 *
 * <pre>
 * sum     = product {("+" | "-") product}
 * product = signed {("*" | "/") signed}
 * signed  = ("+" | "-") signed | power
 * power   = value ["^" signed]
 * value   = number | name | function "(" sum {"," sum} ")" | "(" sum ")"
 * </pre>
 *
 * Depth is limited by the length of the text.
 */
final class Grammar {

  /** Functions and how many arguments each takes. */
  static final Map<String, Integer> FUNCTIONS =
      Map.ofEntries(
          Map.entry("exp", 1),
          Map.entry("log", 1),
          Map.entry("ln", 1),
          Map.entry("sqrt", 1),
          Map.entry("sin", 1),
          Map.entry("cos", 1),
          Map.entry("sinh", 1),
          Map.entry("cosh", 1),
          Map.entry("tanh", 1),
          Map.entry("gauss", 3));

  private final List<Token> tokens;
  private int next;

  private Grammar(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * The tree of a text.
   *
   * @throws Unreadable with the first part that does not fit
   */
  static Node tree(String text) throws Unreadable {
    var grammar = new Grammar(SplitText.of(text));
    Node tree = grammar.sum();
    if (grammar.next < grammar.tokens.size()) {
      throw grammar.misplaced();
    }
    return tree;
  }

  private Node sum() throws Unreadable {
    Node left = product();
    while (isOperator("+") || isOperator("-")) {
      left = new Node(take(), left, product());
    }
    return left;
  }

  private Node product() throws Unreadable {
    Node left = signed();
    while (isOperator("*") || isOperator("/")) {
      left = new Node(take(), left, signed());
    }
    return left;
  }

  private Node signed() throws Unreadable {
    return is(Kind.SIGN) ? new Node(take(), signed()) : power();
  }

  private Node power() throws Unreadable {
    Node base = value();
    return isOperator("^") ? new Node(take(), base, signed()) : base;
  }

  private Node value() throws Unreadable {
    if (next == tokens.size()) {
      throw new Unreadable("something is missing after this", tokens.getLast());
    }
    Token token = take();
    return switch (token.kind()) {
      case NUMBER, NAME -> new Node(token);
      case FUNCTION -> call(token);
      case OPEN -> {
        Node inner = sum();
        close();
        yield inner;
      }
      default -> throw new Unreadable("a value is expected here", token);
    };
  }

  private Node call(Token function) throws Unreadable {
    List<Node> arguments = new ArrayList<>();
    do {
      // The bracket that makes a name a function, or a comma.
      take();
      arguments.add(sum());
    } while (is(Kind.COMMA));
    close();
    int expected = FUNCTIONS.getOrDefault(function.text().toLowerCase(Locale.ROOT), 0);
    if (arguments.size() != expected) {
      throw new Unreadable(
          "it takes " + expected + (expected == 1 ? " argument" : " arguments"), function);
    }
    return new Node(function, arguments);
  }

  private void close() throws Unreadable {
    if (!is(Kind.CLOSE)) {
      throw misplaced();
    }
    take();
  }

  /** Only these can follow a value that ends here: the brackets have been counted. */
  private Unreadable misplaced() {
    return new Unreadable(
        is(Kind.COMMA)
            ? "a comma belongs between the arguments of a function"
            : "an operator is missing before this",
        tokens.get(next));
  }

  private Token take() {
    return tokens.get(next++);
  }

  private boolean is(Kind kind) {
    return next < tokens.size() && tokens.get(next).kind() == kind;
  }

  private boolean isOperator(String operator) {
    return is(Kind.OPERATOR) && tokens.get(next).text().equals(operator);
  }
}
