package org.shiftscope.storage.accounts;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Argon2id with 19 MiB, two passes and one lane, which is OWASP's recommendation: about a tenth of
 * a second of a core. No more than two run at a time, so that guesses do not take the machine from
 * the trials.
 */
final class HashPassword {

  private static final int KIBIBYTES = 19_456;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final Semaphore AT_A_TIME = new Semaphore(2, true);

  /** What a password is compared with where there is no account, so that this takes as long. */
  private static final String NOBODYS = hash("nobody's " + Secret.freshId());

  private HashPassword() {}

  /** In the PHC format, with its salt and parameters. */
  static String hash(String password) {
    AT_A_TIME.acquireUninterruptibly();
    try {
      return Password.hash(password)
          .addRandomSalt(SALT_BYTES)
          .with(Argon2Function.getInstance(KIBIBYTES, PASSES, LANES, HASH_BYTES, Argon2.ID))
          .getResult();
    } finally {
      AT_A_TIME.release();
    }
  }

  /** Whether it is the password of a hash; no password is that of an account without one. */
  static boolean matches(String password, Optional<String> hash) {
    String compared = hash.orElse(NOBODYS);
    AT_A_TIME.acquireUninterruptibly();
    try {
      boolean same =
          Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
      return same && hash.isPresent();
    } finally {
      AT_A_TIME.release();
    }
  }
}
