package org.shiftscope.compute.formula;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.Token;
import java.util.Collections;
import java.util.List;

/** What the parser must know of a function: how many arguments it takes. It never evaluates. */
record Arity(int arguments) implements FunctionIfc {

  @Override
  public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
    return Collections.nCopies(
        arguments, FunctionParameterDefinition.builder().name("argument").build());
  }

  @Override
  public boolean hasVarArgs() {
    return false;
  }

  @Override
  public void validatePreEvaluation(Token token, EvaluationValue... values) {
    throw new UnsupportedOperationException("formulas are not evaluated by their parser");
  }

  @Override
  public EvaluationValue evaluate(
      Expression expression, Token functionToken, EvaluationValue... parameterValues) {
    throw new UnsupportedOperationException("formulas are not evaluated by their parser");
  }
}
