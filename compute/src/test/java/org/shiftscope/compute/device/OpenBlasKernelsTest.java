package org.shiftscope.compute.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenBlasKernelsTest {

  @Test
  void theWidestVectorsThatTheProcessorHasAreTaken() {
    Set<String> wide =
        Set.of(
            "flags",
            "fma",
            "avx2",
            "avx512f",
            "avx512dq",
            "avx512bw",
            "avx512vl",
            "avx512cd",
            "avx512_bf16");
    assertThat(OpenBlasKernels.kernels(wide)).contains("SkylakeX");
    assertThat(OpenBlasKernels.kernels(Set.of("avx2", "fma", "sse2"))).contains("Haswell");
  }

  @Test
  void halfOfTheWideInstructionsAreNotEnough() {
    assertThat(OpenBlasKernels.kernels(Set.of("avx2", "fma", "avx512f"))).contains("Haswell");
  }

  @Test
  void anOldProcessorIsLeftToOpenBlas() {
    assertThat(OpenBlasKernels.kernels(Set.of("sse2", "avx"))).isEmpty();
  }
}
