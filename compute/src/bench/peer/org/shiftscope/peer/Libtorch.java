package org.shiftscope.peer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bytedeco.pytorch.global.torch;

/**
 * The other side of the benchmark: trains the same networks with libtorch, in a process of its own,
 * started from this source. It reads commands from its input, one a line, and answers each with one
 * line:
 *
 * <pre>
 * threads 1                                   ok
 * open NAME BATCH SAMPLES H W C LAYER...      the number of parameters
 * run NAME STEPS LEARNING_RATE LAMBDA         seconds, the calling thread's processor seconds, the last loss
 * descend NAME IMAGES GRADIENTS               the same, of gradients on the first images at once
 * evaluate NAME IMAGES POINTS                 the same, of losses on the first images at once
 * close NAME                                  ok
 * </pre>
 *
 * with layers as in {@link Network}. It ends with its input.
 */
public final class Libtorch {

  private final Map<String, Training> trainings = new HashMap<>();

  private Libtorch() {}

  public static void main(String[] arguments) throws Exception {
    // Whatever libraries print must not look like an answer.
    PrintStream answers = System.out;
    System.setOut(System.err);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Libtorch libtorch = new Libtorch();
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      answers.println(libtorch.answer(line.split(" ")));
      answers.flush();
    }
  }

  private String answer(String[] command) {
    switch (command[0]) {
      case "threads" -> torch.set_num_threads(Integer.parseInt(command[1]));
      case "open" -> {
        Training training = Training.parse(command);
        trainings.put(command[1], training);
        return Long.toString(training.parameterCount());
      }
      case "run" -> {
        return trainings
            .get(command[1])
            .run(
                Integer.parseInt(command[2]),
                Double.parseDouble(command[3]),
                Double.parseDouble(command[4]));
      }
      case "descend" -> {
        return trainings
            .get(command[1])
            .descend(Integer.parseInt(command[2]), Integer.parseInt(command[3]));
      }
      case "evaluate" -> {
        return trainings
            .get(command[1])
            .evaluate(Integer.parseInt(command[2]), Integer.parseInt(command[3]));
      }
      case "close" -> trainings.remove(command[1]);
      default -> throw new IllegalArgumentException(String.join(" ", command));
    }
    return "ok";
  }

  static String times(long clock, long processor, double loss) {
    return String.format(Locale.ROOT, "%.9f %.9f %.6f", clock * 1e-9, processor * 1e-9, loss);
  }
}
