package org.shiftscope.compute.device;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;

/**
 * What rules in which order numbers are added, and so the last bits of a result: the products that
 * OpenBLAS chose, and the length of Java's vectors.
 */
public final class Kernels {

  private static final int LONGEST_NAME = 100;

  private Kernels() {}

  /** Those of this process: {@code OpenBLAS SkylakeX, vectors of 512 bits}. */
  public static String present() {
    int bits = FloatVector.SPECIES_PREFERRED.vectorBitSize();
    String products = StartNd4j.started() == Device.Kind.CUDA ? "CUDA" : "OpenBLAS " + core();
    return products + ", vectors of " + bits + " bits";
  }

  private static String core() {
    MemorySegment function = SymbolLookup.loaderLookup().findOrThrow("openblas_get_corename");
    try {
      var name =
          (MemorySegment)
              Linker.nativeLinker()
                  .downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS))
                  .invokeExact();
      return name.reinterpret(LONGEST_NAME).getString(0);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
