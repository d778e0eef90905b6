package org.shiftscope.compute.device;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * Loads ND4J, on one backend for the whole process, and sets it up. On the CPU, one thread for each
 * operation: trials run side by side instead, which is twice as fast on two cores where two threads
 * for one trial are not, and the numbers of a trial depend on the count of threads.
 */
public final class StartNd4j {

  /** Threads that an operation uses on the CPU. */
  public static final int THREADS = 1;

  private static final String BACKENDS = "META-INF/services/" + Nd4jBackend.class.getName();

  private static Optional<Device.Kind> started = Optional.empty();

  private StartNd4j() {}

  /**
   * Loads ND4J where it is not loaded yet (a second or two; more where its binaries must be
   * unpacked).
   *
   * @param wanted on the first call, what to load; CUDA falls back to the CPU where it cannot be
   *     loaded
   * @return what is loaded
   */
  public static synchronized Device.Kind on(Device.Kind wanted) {
    if (started.isEmpty()) {
      if (wanted == Device.Kind.CPU) {
        hideCuda();
      }
      OpenBlasKernels.choose();
      started = Optional.of(load());
    }
    return started.get();
  }

  /** What is loaded; the CPU's where nothing was. */
  public static Device.Kind started() {
    return on(Device.Kind.CPU);
  }

  /** Whether ND4J's CUDA binaries are on the class path. */
  public static boolean hasCuda() {
    try {
      return Collections.list(StartNd4j.class.getClassLoader().getResources(BACKENDS)).stream()
          .anyMatch(StartNd4j::isCuda);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static Device.Kind load() {
    Nd4j.create(1).close();
    // All large arrays are closed by hand.
    Nd4j.getMemoryManager().togglePeriodicGc(false);
    if (Nd4j.getExecutioner().type() == OpExecutioner.ExecutionerType.CUDA) {
      return Device.Kind.CUDA;
    }
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(THREADS);
    openblas.blas_set_num_threads(THREADS);
    return Device.Kind.CPU;
  }

  /**
   * ND4J takes CUDA where it finds it, and can be told otherwise by the environment alone, which a
   * process cannot change for itself. So it is given a class loader that does not find it.
   */
  private static void hideCuda() {
    if (hasCuda()) {
      ND4JClassLoading.setNd4jClassloader(new WithoutCuda(StartNd4j.class.getClassLoader()));
    }
  }

  private static boolean isCuda(URL backend) {
    return backend.getPath().contains("nd4j-cuda");
  }

  private static final class WithoutCuda extends ClassLoader {

    WithoutCuda(ClassLoader all) {
      super(all);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      List<URL> found = Collections.list(super.getResources(name));
      if (name.equals(BACKENDS)) {
        found.removeIf(StartNd4j::isCuda);
      }
      return Collections.enumeration(found);
    }
  }
}
