package org.shiftscope.compute.formula;

import java.util.List;

/**
 * A part of a formula's tree.
 *
 * @param token a number, a name, or what is done to the operands
 * @param operands in their order
 */
record Node(Token token, List<Node> operands) {

  Node {
    operands = List.copyOf(operands);
  }

  Node(Token token, Node... operands) {
    this(token, List.of(operands));
  }
}
