package org.shiftscope.compute.formula;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
 * EvalEx finds the tokens. Its tree is not taken, since its converter reads "2 3 +" as 2 + 3, and
 * does not read 2^-x where −x^2 is −(x^2); nor does anything of it evaluate. Depth is limited by
 * the length of the text.
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

  private static final ExpressionConfiguration CONFIGURATION =
      ExpressionConfiguration.builder()
          .operatorDictionary(
              MapBasedOperatorDictionary.ofOperators(
                  Map.entry("+", new PrefixPlusOperator()),
                  Map.entry("-", new PrefixMinusOperator()),
                  Map.entry("+", new InfixPlusOperator()),
                  Map.entry("-", new InfixMinusOperator()),
                  Map.entry("*", new InfixMultiplicationOperator()),
                  Map.entry("/", new InfixDivisionOperator()),
                  Map.entry("^", new InfixPowerOfOperator())))
          .functionDictionary(functions())
          .arraysAllowed(false)
          .structuresAllowed(false)
          // 1 / 2x is read in two ways by people.
          .implicitMultiplicationAllowed(false)
          .locale(Locale.ROOT)
          .build();

  private final List<Token> tokens;
  private int next;

  private Grammar(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * The tree of a text.
   *
   * @throws ParseException with the first part that does not fit
   */
  static ASTNode tree(String text) throws ParseException {
    var grammar = new Grammar(new Tokenizer(text, CONFIGURATION).parse());
    ASTNode tree = grammar.sum();
    if (grammar.next < grammar.tokens.size()) {
      throw new ParseException(
          grammar.tokens.get(grammar.next),
          grammar.is(TokenType.COMMA)
              ? "a comma belongs between the arguments of a function"
              : "an operator is missing before this");
    }
    return tree;
  }

  private ASTNode sum() throws ParseException {
    ASTNode left = product();
    while (isOperator("+") || isOperator("-")) {
      left = new ASTNode(take(), left, product());
    }
    return left;
  }

  private ASTNode product() throws ParseException {
    ASTNode left = signed();
    while (isOperator("*") || isOperator("/")) {
      left = new ASTNode(take(), left, signed());
    }
    return left;
  }

  private ASTNode signed() throws ParseException {
    return is(TokenType.PREFIX_OPERATOR) ? new ASTNode(take(), signed()) : power();
  }

  private ASTNode power() throws ParseException {
    ASTNode base = value();
    return isOperator("^") ? new ASTNode(take(), base, signed()) : base;
  }

  private ASTNode value() throws ParseException {
    if (next == tokens.size()) {
      throw new ParseException(tokens.getLast(), "something is missing after this");
    }
    Token token = take();
    return switch (token.getType()) {
      case NUMBER_LITERAL, VARIABLE_OR_CONSTANT -> new ASTNode(token);
      case FUNCTION -> call(token);
      case BRACE_OPEN -> {
        ASTNode inner = sum();
        close();
        yield inner;
      }
      default -> throw new ParseException(token, "a value is expected here");
    };
  }

  private ASTNode call(Token function) throws ParseException {
    List<ASTNode> arguments = new ArrayList<>();
    do {
      // The bracket, which the tokeniser has made sure of, or a comma.
      take();
      arguments.add(sum());
    } while (is(TokenType.COMMA));
    close();
    int expected = function.getFunctionDefinition().getFunctionParameterDefinitions().size();
    if (arguments.size() != expected) {
      throw new ParseException(
          function, "it takes " + expected + (expected == 1 ? " argument" : " arguments"));
    }
    return new ASTNode(function, arguments.toArray(ASTNode[]::new));
  }

  private void close() throws ParseException {
    if (!is(TokenType.BRACE_CLOSE)) {
      // Only these can follow a value here: the tokeniser has counted the brackets.
      throw new ParseException(
          tokens.get(next),
          is(TokenType.COMMA)
              ? "a comma belongs between the arguments of a function"
              : "an operator is missing before this");
    }
    take();
  }

  private Token take() {
    return tokens.get(next++);
  }

  private boolean is(TokenType type) {
    return next < tokens.size() && tokens.get(next).getType() == type;
  }

  private boolean isOperator(String operator) {
    return is(TokenType.INFIX_OPERATOR) && tokens.get(next).getValue().equals(operator);
  }

  private static MapBasedFunctionDictionary functions() {
    var dictionary = new MapBasedFunctionDictionary();
    FUNCTIONS.forEach((name, arguments) -> dictionary.addFunction(name, new Arity(arguments)));
    return dictionary;
  }
}
