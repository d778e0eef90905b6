package org.shiftscope.server.command;

import java.time.Clock;
import java.util.function.Consumer;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.accounts.Account;
import org.shiftscope.storage.accounts.AccountRefused;
import org.shiftscope.storage.accounts.Accounts;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.OneTimeLink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts by hand, for who locked himself out: whoever can read the data folder may. */
@Command(
    name = "account",
    description =
        "Lists, adds and unlinks accounts and resets passwords: of a data folder while its server"
            + " is stopped, or in a database of PostgreSQL at any time.")
final class AccountCommand implements Runnable {

  @Mixin private final Terminal terminal = new Terminal();

  /** Without a command of its own there is nothing to do. */
  @Override
  public void run() {
    throw terminal.refusal("What is to be done is missing: list, add, reset, or unlink.");
  }

  @Command(name = "list", description = "Lists the accounts with their roles.")
  int list(@Mixin ServerOptions options) {
    return with(options, (accounts) -> accounts.list().forEach(this::print));
  }

  @Command(name = "add", description = "Adds an account, and prints the link for its password.")
  int add(
      @Mixin ServerOptions options,
      @Option(
              names = "--role",
              defaultValue = "administrator",
              description = "viewer, researcher or administrator. Default: administrator.")
          String role,
      @Parameters(paramLabel = "NAME", description = "Who.") String name) {
    ServerConfig config = options.load().config();
    return with(options, accounts -> print(accounts.add(name, role), config));
  }

  @Command(name = "reset", description = "Prints a link for another password; enables the account.")
  int reset(
      @Mixin ServerOptions options,
      @Parameters(paramLabel = "NAME", description = "Whose.") String name) {
    ServerConfig config = options.load().config();
    return with(
        options,
        accounts -> {
          OneTimeLink link = accounts.reset(name);
          accounts.disable(name, false);
          print(link, config);
        });
  }

  @Command(
      name = "unlink",
      description = "Forgets by which OpenID provider somebody signs in; the next one links anew.")
  int unlink(
      @Mixin ServerOptions options,
      @Parameters(paramLabel = "NAME", description = "Whose.") String name) {
    return with(options, accounts -> print(accounts.unlink(name)));
  }

  private int with(ServerOptions options, Consumer<Accounts> work) {
    ServerConfig config = options.load().config();
    try (Storage storage = Storage.open(config.record(), Clock.systemUTC())) {
      return Asker.commandLine()
          .ask(
              () -> {
                work.accept(storage.people().accounts());
                return 0;
              });
    } catch (AccountRefused | InvalidSpec refused) {
      terminal.err().println(refused.getMessage());
      return 1;
    } finally {
      terminal.out().flush();
    }
  }

  private void print(Account account) {
    String state = account.disabled() ? " (disabled)" : account.invited() ? " (invited)" : "";
    terminal.out().println(account.name() + ": " + account.role().id() + state);
  }

  private void print(OneTimeLink link, ServerConfig config) {
    terminal
        .out()
        .println(
            "Start the server, and choose a password within a day: "
                + config.address(config.listen().port())
                + "/set-password?link="
                + link.secret().text());
  }
}
