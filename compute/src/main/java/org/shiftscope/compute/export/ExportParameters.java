package org.shiftscope.compute.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.network.PyTorchLayout;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.TrainedExperiment;

/** Exports the parameters of a trial for NumPy and PyTorch: docs/interop.md. */
public final class ExportParameters {

  private ExportParameters() {}

  /**
   * Writes a {@code .npz} with one array for each layer's weights and one for its biases, in
   * PyTorch's layout and with its names. Leaves the stream open.
   *
   * @param spec what the trial was of
   * @param point its parameters, then the running statistics of its batch norms, shape [d + b], not
   *     modified
   */
  public static void npz(ExperimentSpec spec, double[] point, OutputStream out) throws IOException {
    WriteNpz.write(arrays(spec, point), out);
  }

  private static List<NamedArray> arrays(ExperimentSpec spec, double[] point) {
    return switch (spec) {
      case TrainedExperiment trained ->
          PyTorchLayout.of(trained.network(), trained.dataset().name(), point);
      case Landscape _, SteadyState _, AssumptionCheck _ ->
          throw new IllegalArgumentException("A trial of " + spec.kind() + " keeps no parameters");
    };
  }
}
