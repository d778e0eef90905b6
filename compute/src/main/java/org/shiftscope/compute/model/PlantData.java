package org.shiftscope.compute.model;

import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.PlantedModel;

/** Draws the data of a planted model. They depend on its fields alone. */
public final class PlantData {

  private PlantData() {}

  public static SampleLoss of(PlantedModel model) {
    RandomStreams streams = RandomStreams.of(model.dataSeed()).split("planted").split(model.name());
    return switch (model) {
      case PlantedModel.Linear linear -> linear(linear, streams);
      case PlantedModel.Logistic logistic -> logistic(logistic, streams);
      case PlantedModel.TwoWells wells -> twoWells(wells, streams);
      case PlantedModel.TanhMlp mlp -> tanhMlp(mlp, streams);
    };
  }

  private static SampleLoss linear(PlantedModel.Linear model, RandomStreams streams) {
    double[][] x = features(model.samples(), model.dimension(), model.condition(), streams);
    double[] truth = Normals.draw(model.dimension(), streams.split("truth").generator());
    RandomGenerator noise = streams.split("noise").generator();
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      double along = Arrays.stream(x[i]).sum() / Math.sqrt(model.dimension());
      double deviation =
          model.labelNoise() * Math.sqrt(1 + model.heteroscedasticity() * along * along);
      y[i] = Vectors.dot(x[i], truth) + deviation * noise.nextGaussian();
    }
    return new LinearRegression(x, y, truth);
  }

  private static SampleLoss logistic(PlantedModel.Logistic model, RandomStreams streams) {
    double[][] x = features(model.samples(), model.dimension(), model.condition(), streams);
    double[] truth = Normals.draw(model.dimension(), streams.split("truth").generator());
    double norm = Math.sqrt(Vectors.dot(truth, truth));
    Arrays.setAll(truth, j -> 2 * truth[j] / norm);
    RandomGenerator labels = streams.split("labels").generator();
    for (double[] row : x) {
      boolean positive = labels.nextDouble() < Logistic.of(Vectors.dot(row, truth));
      if (!positive) {
        // The loss knows y x alone.
        Arrays.setAll(row, j -> -row[j]);
      }
    }
    return new LogisticRegression(x, truth);
  }

  private static SampleLoss twoWells(PlantedModel.TwoWells model, RandomStreams streams) {
    int n = model.samples();
    RandomGenerator random = streams.split("features").generator();
    double[][] columns =
        orthonormal(Normals.draw(n, random), Normals.draw(n, random), Normals.draw(n, random));
    double[][] x = new double[n][];
    Arrays.setAll(x, i -> new double[] {columns[0][i], columns[1][i]});
    double[] y = new double[n];
    Arrays.setAll(
        y, i -> 3 * x[i][0] + model.tilt() / 2 * x[i][1] + model.labelNoise() * columns[2][i]);
    return new TwoWellRegression(x, y);
  }

  private static SampleLoss tanhMlp(PlantedModel.TanhMlp model, RandomStreams streams) {
    double[][] x = features(model.samples(), model.inputs(), 1, streams);
    double[] truth = Normals.draw(model.dimension(), streams.split("truth").generator());
    var planted = new TanhRegression(x, new double[x.length], truth, model.hidden());
    RandomGenerator noise = streams.split("noise").generator();
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> planted.output(i, truth) + model.labelNoise() * noise.nextGaussian());
    return new TanhRegression(x, y, truth, model.hidden());
  }

  /** Columns with mean square 1 and no correlation over the samples (Gram and Schmidt). */
  private static double[][] orthonormal(double[]... columns) {
    for (int k = 0; k < columns.length; k++) {
      double[] column = columns[k];
      for (int before = 0; before < k; before++) {
        double[] other = columns[before];
        double overlap = Vectors.dot(column, other) / column.length;
        Arrays.setAll(column, i -> column[i] - overlap * other[i]);
      }
      double size = Math.sqrt(Vectors.dot(column, column) / column.length);
      Arrays.setAll(column, i -> column[i] / size);
    }
    return columns;
  }

  /** Independent normal numbers whose variances fall evenly in their logarithm; shape [n][d]. */
  private static double[][] features(int n, int d, double condition, RandomStreams streams) {
    RandomGenerator random = streams.split("features").generator();
    double[][] x = new double[n][d];
    for (double[] row : x) {
      Arrays.setAll(
          row, j -> Math.pow(condition, -0.5 * j / Math.max(1, d - 1)) * random.nextGaussian());
    }
    return x;
  }
}
