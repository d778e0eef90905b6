package org.shiftscope.compute.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the products of ND4J's OpenBLAS by what the processor can do. OpenBLAS 0.3.19 chooses by
 * the processor's model, and takes one that is newer than itself for a very old one: on an AMD EPYC
 * of 2024 a large float32 product ran at 49 GFLOP/s, and at 211 with the kernels chosen here. Who
 * sets {@code OPENBLAS_CORETYPE} in the environment chooses for himself.
 */
final class OpenBlasKernels {

  private static final String VARIABLE = "OPENBLAS_CORETYPE";
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final Set<String> AVX_512 =
      Set.of("avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd", "avx2", "fma");
  private static final Set<String> AVX_2 = Set.of("avx2", "fma");

  private OpenBlasKernels() {}

  /** Chooses; to be called before OpenBLAS is loaded, which looks only then. */
  static void choose() {
    boolean chosen = !System.getenv().getOrDefault(VARIABLE, "").isEmpty();
    if (!chosen && Files.isReadable(PROCESSOR)) {
      kernels(flags()).ifPresent(name -> setEnvironment(VARIABLE, name));
    }
  }

  /** OpenBLAS's name for the kernels; empty where it is left to OpenBLAS. */
  static Optional<String> kernels(Set<String> flags) {
    if (flags.containsAll(AVX_512)) {
      return Optional.of("SkylakeX");
    }
    return flags.containsAll(AVX_2) ? Optional.of("Haswell") : Optional.empty();
  }

  /** What the first processor says of itself. */
  private static Set<String> flags() {
    try {
      List<String> lines = Files.readAllLines(PROCESSOR);
      return lines.stream()
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Set.copyOf(Arrays.asList(line.split("\\s+"))))
          .orElse(Set.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java cannot change its own environment, which libraries read. */
  private static void setEnvironment(String name, String value) {
    Linker linker = Linker.nativeLinker();
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle set =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("setenv"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT));
      int failed = (int) set.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
      if (failed != 0) {
        throw new IllegalStateException("setenv " + name + " failed");
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
