package org.shiftscope.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Resumes what waits or runs on a server. */
@Command(
    name = "resume",
    description = "Lets a paused experiment, trial or lane go on from its checkpoints.")
final class ResumeCommand implements Callable<Integer> {

  @Mixin private final WhatWaits what = new WhatWaits();

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    terminal.say(what.ask("resume"));
    return ExitCode.DONE;
  }
}
