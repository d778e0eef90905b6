package org.shiftscope.server.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists the specs to start from, or prints one. */
@Command(
    name = "presets",
    description = "Lists the specs to start from; with an id, prints that spec as JSON.")
final class PresetsCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", arity = "0..1", description = "The preset whose spec is printed.")
  private @Nullable String id;

  @Option(names = "--json", description = "Lists them as JSON, with their specs.")
  private boolean json;

  @Mixin private final Terminal terminal = new Terminal();

  @Override
  public Integer call() {
    if (id != null) {
      terminal.say(WriteSpec.toJson(preset(id).spec()).toPrettyString());
    } else if (json) {
      terminal.say(all());
    } else {
      Presets.all()
          .forEach(preset -> terminal.say("%-40s %s".formatted(preset.id(), preset.title())));
    }
    return ExitCode.DONE;
  }

  private Preset preset(String named) {
    return Presets.find(named)
        .orElseThrow(
            () ->
                terminal.refusal(
                    "There is no preset " + named + ": shiftscope presets lists them."));
  }

  private static ArrayNode all() {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (Preset preset : Presets.all()) {
      all.addObject()
          .put("id", preset.id())
          .put("title", preset.title())
          .put("explanation", preset.explanation())
          .set("spec", WriteSpec.toJson(preset.spec()));
    }
    return all;
  }
}
