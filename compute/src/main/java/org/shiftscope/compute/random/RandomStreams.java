package org.shiftscope.compute.random;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * The random streams of a run: a tree of names grown from its seed. A stream depends on the seed
 * and the names on its path alone, so a trial draws the same numbers alone, in a sweep, resumed, or
 * on another worker; and a new stream never shifts those that are there. The generator is
 * WELL19937c, whose bits are fixed by its paper (Panneton, L'Ecuyer and Matsumoto 2006) and not by
 * the JDK's version.
 */
public final class RandomStreams {

  private final String path;

  private RandomStreams(String path) {
    this.path = path;
  }

  /** The root of a run's streams. */
  public static RandomStreams of(long seed) {
    return new RandomStreams("shiftscope/" + seed);
  }

  /** A branch by name. */
  public RandomStreams split(String name) {
    return new RandomStreams(path + "/" + name);
  }

  /** A branch by number, for repeated draws such as the shuffle of each epoch. */
  public RandomStreams split(long number) {
    return split(Long.toString(number));
  }

  /** A fresh generator at the start of this stream. */
  public RandomGenerator generator() {
    ByteBuffer digest = ByteBuffer.wrap(sha256());
    int[] seed = new int[8];
    for (int i = 0; i < seed.length; i++) {
      seed[i] = digest.getInt();
    }
    return new Well19937c(seed);
  }

  /**
   * A fresh generator at the start of this stream for simulations that draw thousands of millions
   * of numbers: xoshiro256++ (Blackman and Vigna 2021), several times as fast as {@link
   * #generator}, its state the 256 bits of the path's hash.
   */
  public RestorableUniformRandomProvider fastGenerator() {
    LongBuffer digest = ByteBuffer.wrap(sha256()).asLongBuffer();
    return new XoShiRo256PlusPlus(digest.get(), digest.get(), digest.get(), digest.get());
  }

  /** A uniformly random order of the numbers 0 to n − 1 (Fisher-Yates). Shape [n]. */
  public int[] permutation(int n) {
    RandomGenerator random = generator();
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      // Every Java platform must have SHA-256.
      throw new IllegalStateException(impossible);
    }
  }
}
