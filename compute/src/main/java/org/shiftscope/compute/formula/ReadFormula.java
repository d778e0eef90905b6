package org.shiftscope.compute.formula;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads a text into steps, or refuses it in a sentence. Limits of length, depth and size keep a
 * text from costing more than a moment.
 */
final class ReadFormula {

  static final int MOST_CHARACTERS = 1_000;
  static final int MOST_LEVELS = 100;
  static final int MOST_PARTS = 300;

  private final List<String> variables;
  private final Steps steps;
  private int parts;

  ReadFormula(List<String> variables, Steps steps) {
    this.variables = variables;
    this.steps = steps;
  }

  /** Adds the steps of a text and returns the index of the one that is its value. */
  int read(String text) {
    if (text.isBlank()) {
      throw refused("it is empty");
    }
    if (text.length() > MOST_CHARACTERS) {
      throw refused(
          "it has " + text.length() + " characters, and at most " + MOST_CHARACTERS + " are read");
    }
    Node tree;
    try {
      tree = Grammar.tree(text);
    } catch (Unreadable unreadable) {
      throw refused(String.valueOf(unreadable.getMessage()));
    }
    return step(tree, 1);
  }

  private int step(Node node, int level) {
    if (level > MOST_LEVELS) {
      throw refused("it is nested more than " + MOST_LEVELS + " levels deep");
    }
    if (++parts > MOST_PARTS) {
      throw refused("it has more than " + MOST_PARTS + " parts");
    }
    List<Integer> operands = node.operands().stream().map(part -> step(part, level + 1)).toList();
    int step = step(node.token(), operands);
    if (steps.isNumber(step) && !Double.isFinite(steps.numberAt(step))) {
      throw refused("the value of " + at(node.token()) + " is not finite");
    }
    return step;
  }

  private int step(Token token, List<Integer> operands) {
    return switch (token.kind()) {
      case NUMBER -> number(token);
      case NAME -> name(token);
      case SIGN ->
          token.text().equals("-")
              ? steps.of(Operation.NEGATE, operands.getFirst())
              : operands.getFirst();
      case OPERATOR -> steps.of(binary(token), operands.getFirst(), operands.getLast());
      case FUNCTION -> function(token, operands);
      case OPEN, CLOSE, COMMA, QUOTED ->
          throw new IllegalStateException("The grammar has no value " + token);
    };
  }

  private int number(Token token) {
    try {
      double value = Double.parseDouble(token.text());
      if (Double.isFinite(value)) {
        return steps.number(value);
      }
    } catch (NumberFormatException notDecimal) {
      throw refused(at(token) + " is not a decimal number");
    }
    throw refused(at(token) + " is larger than any number computed with");
  }

  private int name(Token token) {
    String name = token.text();
    int variable = variables.indexOf(name);
    if (variable >= 0) {
      return steps.variable(variable);
    }
    return switch (name) {
      case "pi" -> steps.number(Math.PI);
      case "e" -> steps.number(Math.E);
      default ->
          throw refused(
              at(token)
                  + " is not known; the names are "
                  + String.join(", ", names())
                  + " and the functions are "
                  + String.join(", ", functions()));
    };
  }

  private int function(Token token, List<Integer> operands) {
    String name = token.text().toLowerCase(Locale.ROOT);
    return name.equals("gauss")
        ? gauss(operands.get(0), operands.get(1), operands.get(2))
        : steps.of(unary(name), operands.getFirst());
  }

  private static Operation binary(Token token) {
    return switch (token.text()) {
      case "+" -> Operation.ADD;
      case "-" -> Operation.SUBTRACT;
      case "*" -> Operation.MULTIPLY;
      case "/" -> Operation.DIVIDE;
      case "^" -> Operation.POWER;
      default -> throw new IllegalStateException("the grammar has no operator " + token);
    };
  }

  private static Operation unary(String name) {
    return switch (name) {
      case "exp" -> Operation.EXP;
      case "log", "ln" -> Operation.LOG;
      case "sqrt" -> Operation.SQRT;
      case "sin" -> Operation.SIN;
      case "cos" -> Operation.COS;
      case "sinh" -> Operation.SINH;
      case "cosh" -> Operation.COSH;
      case "tanh" -> Operation.TANH;
      default -> throw new IllegalStateException("the grammar has no function " + name);
    };
  }

  /** The normal density: exp(−z² / 2) / (σ √(2π)), z = (x − mean) / σ. */
  private int gauss(int x, int mean, int sigma) {
    int z = steps.of(Operation.DIVIDE, steps.of(Operation.SUBTRACT, x, mean), sigma);
    int exponent = steps.of(Operation.MULTIPLY, steps.number(-0.5), steps.power(z, 2));
    int area = steps.of(Operation.MULTIPLY, sigma, steps.number(Math.sqrt(2 * Math.PI)));
    return steps.of(Operation.DIVIDE, steps.of(Operation.EXP, exponent), area);
  }

  private FormulaRefused refused(String why) {
    return new FormulaRefused(
        "must be a formula in " + String.join(" and ", variables) + ": " + why);
  }

  private List<String> names() {
    return Stream.concat(variables.stream(), List.of("pi", "e").stream()).toList();
  }

  private static List<String> functions() {
    return Grammar.FUNCTIONS.keySet().stream().sorted().toList();
  }

  private static String at(Token token) {
    return "\"" + token.text() + "\" at character " + token.position();
  }
}
