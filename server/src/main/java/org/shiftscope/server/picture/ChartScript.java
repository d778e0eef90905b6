package org.shiftscope.server.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.LambdaFunction;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * ECharts with what the pages add to it, loaded into a JavaScript engine: it sees nothing of Java
 * but the widths of texts. To be used by one thread at a time.
 */
final class ChartScript {

  private static final String FILE = "/META-INF/drawing/draw.js";
  private static final ContextFactory ENGINES = new Interruptible();

  private final ScriptableObject scope;
  private final Function draw;

  private ChartScript(ScriptableObject scope, Function draw) {
    this.scope = scope;
    this.draw = draw;
  }

  /** Whether the build has it: one that stopped before packaging has none. */
  static boolean isThere() {
    return ChartScript.class.getResource(FILE) != null;
  }

  /** Loads it, which takes a second or two. */
  static ChartScript load(PictureFont font) {
    try (Context context = ENGINES.enterContext();
        InputStream in = Objects.requireNonNull(ChartScript.class.getResourceAsStream(FILE));
        Reader script = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      ScriptableObject scope = context.initSafeStandardObjects();
      scope.put("textWidth", scope, textWidth(scope, font));
      context.evaluateReader(scope, script, "draw.js", 1, null);
      return new ChartScript(scope, (Function) scope.get("draw", scope));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LambdaFunction textWidth(Scriptable scope, PictureFont font) {
    return new LambdaFunction(
        scope,
        "textWidth",
        3,
        (context, within, self, given) ->
            font.width(
                Context.toString(given[0]),
                Context.toBoolean(given[1]),
                Context.toNumber(given[2])));
  }

  /**
   * Draws.
   *
   * @param option the ECharts option of the pages, as JSON
   * @param title above it; empty for none
   * @param width in pixels
   * @param height in pixels
   * @return an SVG document
   */
  String svg(String option, String title, int width, int height) {
    try (Context context = ENGINES.enterContext()) {
      Object[] given = {option, title, width, height, PictureFont.CSS};
      return Context.toString(draw.call(context, scope, scope, given));
    }
  }

  /** Stops where its thread is interrupted. */
  private static final class Interruptible extends ContextFactory {

    private static final int STEPS_BETWEEN_LOOKS = 1_000_000;

    @Override
    protected Context makeContext() {
      Context context = super.makeContext();
      context.setLanguageVersion(Context.VERSION_ES6);
      context.setInterpretedMode(true); // ECharts in one function is more than a class file holds
      context.setInstructionObserverThreshold(STEPS_BETWEEN_LOOKS);
      return context;
    }

    @Override
    protected void observeInstructionCount(Context context, int steps) {
      if (Thread.currentThread().isInterrupted()) {
        throw new Stopped();
      }
    }
  }

  /** No exception, which a script could catch. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
