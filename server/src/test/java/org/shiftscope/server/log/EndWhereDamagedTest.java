package org.shiftscope.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.storage.fault.EndProcess;
import org.slf4j.LoggerFactory;

/** Processes in which a library catches what tells that a part of the program fails for good. */
@Timeout(60)
final class EndWhereDamagedTest {

  @Test
  void aProcessEndsWithTheReasonOnceSomebodyLogsThatAPartOfItFailsForGood() throws Exception {
    Ended damaged = run("damaged");
    assertThat(damaged.status()).isEqualTo(EndProcess.STATUS);
    assertThat(damaged.said())
        .contains("Memory ran out while Java linked a part of the program")
        .contains("java.lang.BootstrapMethodError: planted")
        .doesNotContain("goes on");
  }

  @Test
  void aProcessGoesOnAfterWhatIsLoggedOtherwise() throws Exception {
    Ended usual = run("usual");
    assertThat(usual.status()).isZero();
    assertThat(usual.said()).contains("java.lang.OutOfMemoryError: planted").endsWith("goes on\n");
  }

  private record Ended(int status, String said) {}

  private static Ended run(String how) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=" + EndWhereDamaged.class.getResource("/logback.xml"),
                "-cp",
                System.getProperty("java.class.path"),
                Library.class.getName(),
                how)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  /** Logs what it caught, as libraries do: of its arguments the last. */
  static final class Library {

    private Library() {}

    public static void main(String[] arguments) {
      Error caught =
          arguments[0].equals("damaged")
              ? new BootstrapMethodError("planted")
              : new OutOfMemoryError("planted");
      LoggerFactory.getLogger("a.library").error("{} failed", "It", caught);
      System.out.println("goes on");
    }
  }
}
