package org.shiftscope.server.picture;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.kind.AnswerInTurn;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws figures as the pages save them, light, with a font that comes along: one at a time, in a
 * bounded time, of options of a bounded length. The engine is loaded by the first picture, and
 * given back some minutes after the last. Safe for use by many threads.
 */
public final class DrawPicture {

  /** Characters: of more points no picture could show each. */
  private static final int LONGEST_OPTION = 2_000_000;

  /** Pixels of PNG to one of SVG. */
  private static final int SCALE = 2;

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration IDLE = Duration.ofMinutes(5);
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(IDLE.toSeconds(), TimeUnit.SECONDS);

  private final AnswerInTurn turn =
      new AnswerInTurn("pictures", LONGEST, "Draw its numbers with the script for matplotlib.");

  private @Nullable ChartScript script;
  private long drawn;

  /** Whether this build can draw: one that stopped before packaging cannot. */
  public static boolean isPossible() {
    return ChartScript.isThere();
  }

  /**
   * What is drawn.
   *
   * @param option the ECharts option of the pages, as JSON
   * @param title above it, in the notation of charts
   * @param square whether both axes are the same
   */
  public record Drawing(String option, String title, boolean square) {

    /** Of an option that is JSON already. */
    public Drawing(ObjectNode option, String title, boolean square) {
      this(option.toString(), title, square);
    }

    /** Whether it is too large to be drawn. */
    public boolean isTooLarge() {
      return option.length() > LONGEST_OPTION;
    }

    int width() {
      return square ? 560 : 640;
    }

    /** With room for the title. */
    int height() {
      return square ? 604 : 424;
    }
  }

  /**
   * Takes one turn of those who draw, for something that draws with {@link #svg}.
   *
   * @param patience how long it waits for others
   * @throws AnswerInTurn.NoAnswer where that is not enough, or it takes too long
   */
  public <T> T inTurn(Duration patience, Supplier<T> work) {
    return turn.answer(patience, work);
  }

  /** An SVG document. To be called {@linkplain #inTurn in turn}. */
  public synchronized String svg(Drawing drawing) {
    ChartScript loaded = script == null ? ChartScript.load(PictureFont.load()) : script;
    script = loaded;
    long now = ++drawn;
    LATER.execute(() -> giveBack(now));
    return XmlText.of(
        loaded.svg(drawing.option(), drawing.title(), drawing.width(), drawing.height()));
  }

  /** A PNG, twice as wide in pixels. To be called {@linkplain #inTurn in turn}. */
  public byte[] png(Drawing drawing) {
    return RenderPng.of(svg(drawing), SCALE * drawing.width());
  }

  private synchronized void giveBack(long last) {
    if (drawn == last) {
      script = null;
    }
  }
}
