package org.shiftscope.compute.invariance;

import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.CurvedObjective;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.RescaledLayers;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.MapSpec;
import org.shiftscope.compute.spec.NetworkSpec;

/**
 * Dinh's rescaling. The rescaled network is an ordinary network of the same class, so its
 * cross-entropy at φ comes from the code that computes it at any θ.
 *
 * @param layers the factors
 */
public record Rescaled(RescaledLayers layers) implements Coordinates {

  /**
   * Rescales the layers of a network.
   *
   * @param streams where {@code channels} is split off
   */
  public static Rescaled of(
      MapSpec.Rescaling map, NetworkSpec network, DatasetName images, RandomStreams streams) {
    RandomGenerator random = streams.split("channels").generator();
    return new Rescaled(RescaledLayers.of(network, images, count -> factors(map, count, random)));
  }

  private static double[] factors(MapSpec.Rescaling map, int count, RandomGenerator random) {
    double[] factors = new double[count];
    Arrays.setAll(
        factors,
        channel ->
            map.byChannel() ? Math.pow(map.alpha(), 2 * random.nextDouble() - 1) : map.alpha());
    return factors;
  }

  @Override
  public double[] of(double[] theta) {
    double[] phi = layers.factors();
    Arrays.setAll(phi, k -> phi[k] * theta[k]);
    return phi;
  }

  @Override
  public double[] statistics(double[] statistics) {
    return layers.statistics(statistics);
  }

  @Override
  public CurvedObjective loss(Network network, Samples samples, double lambda) {
    return new RescaledLoss(new DatasetLoss(network, samples, 0), layers.factors(), lambda);
  }
}
