package org.shiftscope.compute.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.shiftscope.compute.network.NamedArray;
import org.shiftscope.compute.network.PyTorchLayout;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.TemperatureSweep;

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
      case TemperatureSweep sweep ->
          PyTorchLayout.of(sweep.network(), sweep.dataset().name(), point);
      case DiffusionAccuracy accuracy ->
          PyTorchLayout.of(accuracy.network(), accuracy.dataset().name(), point);
      case OverparametrizedShift shift ->
          PyTorchLayout.of(shift.network(), shift.dataset().name(), point);
      // No layers: one vector.
      default -> List.of(new NamedArray("theta", List.of(point.length), point));
    };
  }
}
