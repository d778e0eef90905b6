package org.shiftscope.compute.assumption;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shiftscope.compute.formula.Formula;
import org.shiftscope.compute.result.CurlTheory;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;

/**
 * The curl of a = C⁻¹ b, b = ∇L + (T/2) ∇·C, on a grid (Appendix B.1). Its slopes are ∂_j a = C⁻¹
 * (∂_j b − (∂_j C) a), with all derivatives of L and C exact.
 */
public final class MapCurl {

  private static final double ROUNDING = 1e-9;

  private final double[][] points;
  private final PlaneField field;

  private MapCurl(Formulas formulas) {
    points = formulas.domain().points(formulas.gridPoints());
    field = new PlaneField(formulas);
  }

  /** Maps it: milliseconds. */
  public static CurlTheory of(Formulas formulas, double temperature) {
    return new MapCurl(formulas).map(formulas, temperature);
  }

  private CurlTheory map(Formulas formulas, double temperature) {
    double[][][] jacobian = jacobian(temperature / 2);
    int count = points[0].length;
    double[] curl = new double[count];
    double squares = 0;
    double slopes = 0;
    for (int i = 0; i < count; i++) {
      curl[i] = jacobian[1][0][i] - jacobian[0][1][i];
      squares += curl[i] * curl[i] / count;
      for (double[][] row : jacobian) {
        slopes += (row[0][i] * row[0][i] + row[1][i] * row[1][i]) / count;
      }
    }
    double largest = Arrays.stream(curl).map(Math::abs).max().orElseThrow();
    double jacobianRms = Math.sqrt(slopes);
    int side = formulas.gridPoints();
    return new CurlTheory(
        temperature,
        Series.of(Arrays.copyOf(points[0], side)),
        Series.of(IntStream.range(0, side).mapToDouble(row -> points[1][row * side]).toArray()),
        Series.of(curl),
        largest,
        Math.sqrt(squares),
        jacobianRms,
        largest <= ROUNDING * jacobianRms);
  }

  /** ∂_j a_i at every point: shape [i][j][points]. */
  private double[][][] jacobian(double half) {
    double[] c11 = at(field.c11(""));
    double[] c12 = at(field.c12(""));
    double[] c22 = at(field.c22(""));
    double[][] b = {
      sum(at(field.loss("x")), half, at(field.c11("x")), at(field.c12("y"))),
      sum(at(field.loss("y")), half, at(field.c12("x")), at(field.c22("y")))
    };
    double[][] a = solve(c11, c12, c22, b);
    double[][][] jacobian = new double[2][2][];
    for (int j = 0; j < 2; j++) {
      String by = j == 0 ? "x" : "y";
      double[] d11 = at(field.c11(by));
      double[] d12 = at(field.c12(by));
      double[] d22 = at(field.c22(by));
      double[][] right = {
        sum(at(field.loss("x" + by)), half, at(field.c11("x" + by)), at(field.c12("y" + by))),
        sum(at(field.loss("y" + by)), half, at(field.c12("x" + by)), at(field.c22("y" + by)))
      };
      for (int i = 0; i < right[0].length; i++) {
        right[0][i] -= d11[i] * a[0][i] + d12[i] * a[1][i];
        right[1][i] -= d12[i] * a[0][i] + d22[i] * a[1][i];
      }
      double[][] slopes = solve(c11, c12, c22, right);
      jacobian[0][j] = slopes[0];
      jacobian[1][j] = slopes[1];
    }
    return jacobian;
  }

  private static double[][] solve(double[] c11, double[] c12, double[] c22, double[][] b) {
    double[][] a = new double[2][c11.length];
    for (int i = 0; i < c11.length; i++) {
      double determinant = c11[i] * c22[i] - c12[i] * c12[i];
      a[0][i] = (c22[i] * b[0][i] - c12[i] * b[1][i]) / determinant;
      a[1][i] = (c11[i] * b[1][i] - c12[i] * b[0][i]) / determinant;
    }
    return a;
  }

  /** first + half · (second + third). {@code first}: modified. */
  private static double[] sum(double[] first, double half, double[] second, double[] third) {
    for (int i = 0; i < first.length; i++) {
      first[i] += half * (second[i] + third[i]);
    }
    return first;
  }

  private double[] at(Formula formula) {
    double[] values = new double[points[0].length];
    formula.values(points, values);
    return values;
  }
}
