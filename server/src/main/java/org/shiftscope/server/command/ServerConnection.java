package org.shiftscope.server.command;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server a command speaks to. */
final class ServerConnection {

  private static final String USUAL = "http://localhost:8080";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description =
          "The server's address. Default: SHIFTSCOPE_SERVER, or "
              + USUAL
              + ". A token of an account"
              + " is taken from SHIFTSCOPE_TOKEN.")
  private @Nullable String server;

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  RestClient open() {
    String address =
        Optional.ofNullable(server).or(() -> environment("SHIFTSCOPE_SERVER")).orElse(USUAL);
    if (!address.matches("(?i)https?://[^\\s/]+.*")) {
      throw new ParameterException(
          spec.commandLine(),
          "The server's address must begin with http:// or https://; it is " + address + ".");
    }
    return new RestClient(URI.create(address), environment("SHIFTSCOPE_TOKEN"));
  }

  private static Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
  }
}
