package org.shiftscope.server.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is paused or resumed: an experiment, a trial of it, or a lane. */
final class WhatWaits {

  @Mixin private final ServerConnection server = new ServerConnection();

  @ArgGroup(multiplicity = "1")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Which which;

  @Option(names = "--trial", paramLabel = "NUMBER", description = "One trial of it alone.")
  private @Nullable Integer trial;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  /** An experiment or a lane. */
  private static final class Which {

    @Parameters(paramLabel = "ID", description = "The experiment's id.")
    private @Nullable String id;

    @Option(
        names = "--lane",
        paramLabel = "DEVICE",
        description = "The lane of a device, in place of an experiment: cpu, gpu0.")
    private @Nullable String lane;
  }

  /**
   * Asks the server; returns the state of what was asked for.
   *
   * @param verb pause or resume
   */
  String ask(String verb) throws IOException, InterruptedException {
    if (which.lane != null && trial != null) {
      throw new ParameterException(spec.commandLine(), "A lane has no --trial: name one of them.");
    }
    String path =
        which.lane != null
            ? "/api/lanes/" + which.lane
            : "/api/experiments/" + which.id + (trial == null ? "" : "/trials/" + trial);
    JsonNode now = server.open().post(path + "/" + verb, JsonNodeFactory.instance.objectNode());
    return now.has("device")
        ? (now.get("paused").isNull() ? "running" : "paused")
        : now.get("state").asString();
  }
}
