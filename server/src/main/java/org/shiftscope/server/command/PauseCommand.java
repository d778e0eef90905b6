package org.shiftscope.server.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Pauses what waits or runs on a server. */
@Command(
    name = "pause",
    description =
        "Pauses an experiment, one of its trials, or a lane: what runs keeps a checkpoint and"
            + " leaves its device within ten seconds.")
final class PauseCommand implements Callable<Integer> {

  @Mixin private final WhatWaits what = new WhatWaits();

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() throws IOException, InterruptedException {
    terminal.say(what.ask("pause"));
    return ExitCode.DONE;
  }
}
