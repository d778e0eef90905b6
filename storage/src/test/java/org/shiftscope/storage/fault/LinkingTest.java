package org.shiftscope.storage.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What tells that a part of the program fails for good, and what does not. */
final class LinkingTest {

  @Test
  void isACallSiteOrAClassThatCouldNotBeLinkedForWantOfMemory() {
    assertThat(EndProcess.isDamage(new BootstrapMethodError("exception"))).isTrue();
    assertThat(EndProcess.isDamage(new SQLException(new BootstrapMethodError("exception"))))
        .isTrue();
    assertThat(EndProcess.isDamage(thrownAgain(WantsMemory.class))).isTrue();
    assertThat(EndProcess.isDamage(new NoClassDefFoundError("Could not initialize class a.B")))
        .isTrue();
  }

  @Test
  void isNoEndOfMemoryAndNoLibraryThatIsMissing() {
    assertThat(EndProcess.isDamage(new OutOfMemoryError("Java heap space"))).isFalse();
    assertThat(EndProcess.isDamage(new UnsatisfiedLinkError("no jnicuda"))).isFalse();
    assertThat(EndProcess.isDamage(new NoClassDefFoundError("org/nd4j/Cuda"))).isFalse();
    assertThat(EndProcess.isDamage(thrownAgain(WantsFile.class))).isFalse();
  }

  /** What Java throws where a class is used again whose initializer has failed. */
  private static Throwable thrownAgain(Class<?> broken) {
    Throwable thrown = new AssertionError("It can be used");
    for (int i = 0; i < 2; i++) {
      try {
        Class.forName(broken.getName(), true, broken.getClassLoader());
      } catch (ClassNotFoundException | LinkageError | OutOfMemoryError failed) {
        thrown = failed;
      }
    }
    return thrown;
  }

  private static final class WantsMemory {
    static final int SIZE = ofAllThereIs();

    private static int ofAllThereIs() {
      throw new OutOfMemoryError("planted");
    }
  }

  private static final class WantsFile {
    static final int SIZE = ofWhatIsNot();

    private static int ofWhatIsNot() {
      throw new IllegalStateException("planted");
    }
  }
}
