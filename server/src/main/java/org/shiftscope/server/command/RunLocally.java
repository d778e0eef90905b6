package org.shiftscope.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.server.LocalLab;
import org.shiftscope.server.rest.LocalAnswers;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Search;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.JsonNode;

/** Runs one experiment in a lab of its own, or goes on with it, and writes what it found. */
final class RunLocally {

  private final LocalLab lab;
  private final CommandLine command;
  private final boolean json;
  private final LocalAnswers answers;
  private volatile boolean stopped;

  RunLocally(LocalLab lab, CommandLine command, boolean json) {
    this.lab = lab;
    this.command = command;
    this.json = json;
    this.answers = new LocalAnswers(lab.experiments());
  }

  /** Returns the exit code. */
  int call(ExperimentSpec spec, Path folder) throws IOException, InterruptedException {
    ExperimentId id = begin(spec, folder);
    var stop = new Thread(this::stop, "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    lab.work();
    JsonNode experiment = untilEnd(id);
    Runtime.getRuntime().removeShutdownHook(stop);
    JsonNode results = answers.results(id);
    JsonNode findings = answers.findings(id, spec);
    new WriteResultFolder(experiment, results, findings).into(folder);
    if (json) {
      command.getOut().println(experiment);
      command.getOut().flush();
      return TellEnd.exitCode(experiment);
    }
    return TellEnd.say(command.getOut(), experiment, results, findings);
  }

  /** Ctrl-C: trials stop at their next checkpoint. */
  private void stop() {
    stopped = true;
    lab.close();
    command.getErr().println();
    command.getErr().println("Stopped. The same command goes on from here.");
    command.getErr().flush();
  }

  /**
   * Submits it, or finds the one that the folder holds; trials without a result are tried again.
   */
  private ExperimentId begin(ExperimentSpec spec, Path folder) {
    Experiments experiments = lab.experiments();
    List<ExperimentSummary> there = experiments.list(Search.ALL, Optional.empty(), 1);
    if (there.isEmpty()) {
      lab.host().check(spec);
      return experiments.submit(spec).id();
    }
    ExperimentId id = there.getFirst().id();
    Optional<ExperimentSpec> before = experiments.find(id).flatMap(Experiment::spec);
    if (!before.equals(Optional.of(spec))) {
      throw new ParameterException(
          command,
          folder
              + " holds the run of another spec, \""
              + there.getFirst().title()
              + "\": choose another folder.");
    }
    experiments.retry(id);
    return id;
  }

  private JsonNode untilEnd(ExperimentId id) throws InterruptedException {
    var bar = new ProgressBar(command.getErr(), ProgressBar.isTerminal());
    var news = new Semaphore(0);
    try (var subscription = lab.experiments().subscribe(event -> news.release())) {
      JsonNode now = answers.experiment(id);
      while (now.get("ended").isNull()) {
        bar.show(now.get("progress"));
        var unused = news.tryAcquire(1, TimeUnit.SECONDS); // the time left goes on without news
        news.drainPermits();
        now = answers.experiment(id);
      }
      bar.show(now.get("progress"));
      bar.end();
      return now;
    } catch (RuntimeException closed) {
      if (stopped) {
        new CountDownLatch(1).await(); // the process ends once the lab is closed
      }
      throw closed;
    }
  }
}
