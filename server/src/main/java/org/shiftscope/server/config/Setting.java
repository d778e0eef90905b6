package org.shiftscope.server.config;

import java.util.Locale;

/**
 * What can be set, by a flag, in the environment, or in the properties file. All of a setting
 * stands here, and is read from here: who takes it, its default, and what help says of it.
 */
public enum Setting {
  PORT(Taker.SERVER, "8080", "PORT", "The port, 0 for a free one. Default: 8080."),
  HOST(
      Taker.SERVER,
      "127.0.0.1",
      "HOST",
      "The address of this machine to listen on: 0.0.0.0 for all. Default: 127.0.0.1, which other"
          + " machines cannot reach."),
  PATH(
      Taker.SERVER,
      "/",
      "PATH",
      "The path below which everything is, as a reverse proxy passes it on: /shiftscope. Default:"
          + " /."),
  TLS_CERTIFICATE(
      Taker.SERVER,
      "",
      "FILE",
      "The server's certificate in PEM, with those that signed it below: it answers by https then,"
          + " and takes a renewed one into use by itself. Default: none."),
  TLS_KEY(Taker.SERVER, "", "FILE", "The certificate's private key in PEM, without a password."),
  DATA(
      Taker.WORKER,
      "data",
      "FOLDER",
      "The folder of the datasets and, without --database, of the database. Default: data, in the"
          + " working folder."),
  DATABASE(
      Taker.COMMAND,
      "",
      "URL",
      "The database of PostgreSQL that holds the record, for several processes at once:"
          + " jdbc:postgresql://localhost:5432/shiftscope. Default: none, and the record is in the"
          + " data folder."),
  DATABASE_USER(
      Taker.COMMAND,
      "",
      "ROLE",
      "The role by which it is opened. Default: the name of this process's user."),
  DATABASE_PASSWORD_FILE(
      Taker.COMMAND,
      "",
      "FILE",
      "The file that holds the role's password; or the password itself in the environment, as"
          + " SHIFTSCOPE_DATABASE_PASSWORD. Default: none."),
  DATABASE_PASSWORD,
  /** Its default is the machine's cores: two threads in one trial gain less than a second trial. */
  SLOTS(
      Taker.WORKER,
      "",
      "COUNT",
      "Trials that run at the same time, each on one thread; a graphics card runs one. Default: the"
          + " machine's cores. 0: none; a server then leaves them to workers."),
  DEVICE(
      Taker.WORKER,
      "auto",
      "DEVICE",
      "What trials run on: cpu, gpu (refused where there is none to use), or auto, which takes"
          + " graphics cards where there are some to use. Default: auto."),
  CHECKPOINTS(
      Taker.WORKER,
      "",
      "database|FOLDER",
      "Where trials are kept that are under way: in the database, or in a folder, which workers on"
          + " several machines must share. Default: the database where that is PostgreSQL, else"
          + " checkpoints in the data folder."),
  RESUME_ON_OTHER_KERNELS(
      Taker.WORKER,
      "anew",
      "anew|go-on",
      "What a trial does whose checkpoint was computed by another kind of processor: it starts"
          + " anew, or goes on, and its result says so. Default: anew."),
  TRIAL_TIME_LIMIT(
      Taker.WORKER,
      "0",
      "HOURS",
      "Hours that a trial may take, over all its attempts; then it fails, and a retry with a higher"
          + " limit goes on from its checkpoint. Default: 0, any time."),
  TRIAL_MEMORY_LIMIT(
      Taker.WORKER,
      "0",
      "MEGABYTES",
      "Megabytes that a trial may need; what needs more is refused. Default: 0, as much as there"
          + " is."),
  BIN(
      Taker.SERVER,
      "30",
      "DAYS",
      "Days after which a deleted experiment is purged for good; until then it can be restored."
          + " Default: 30."),
  NAMES(
      Taker.SERVER,
      "",
      "NAMES",
      "The names by which browsers reach it, with commas between them: lab.example.org. Others are"
          + " refused. Default: those of the loopback and the address of --host; with 0.0.0.0 this"
          + " machine's name and every IP address."),
  PROXIES(
      Taker.SERVER,
      "",
      "ADDRESSES",
      "The addresses of reverse proxies, with commas between them: 127.0.0.1. What they say of"
          + " where a request came from, and whether by https, is believed; what others say is not."
          + " Default: none."),
  OPEN_TO_NETWORK(
      Taker.SERVER,
      "false",
      Setting.TRUE_OR_FALSE,
      "Lets whoever reaches it use it without an account, until there is one. Default: false; only"
          + " a server that nobody but its own machine reaches is open then."),
  SESSION_IDLE(
      Taker.SERVER,
      "24",
      "HOURS",
      "Hours after which who does nothing has to sign in again. Default: 24."),
  SESSION_LENGTH(
      Taker.SERVER, "30", "DAYS", "Days after which everybody has to sign in again. Default: 30."),
  AUDIT(Taker.SERVER, "365", "DAYS", "Days for which it is kept who did what. Default: 365."),
  ENDED_SHARES(
      Taker.SERVER,
      "365",
      "DAYS",
      "Days after which a shared view whose link has ended is purged for good. Default: 365."),
  BACKUP_FOLDER(
      Taker.SERVER,
      "",
      "FOLDER",
      "Gets a backup of the record each night; none for no backups. Default: backups, in the data"
          + " folder."),
  BACKUP_TIME(Taker.SERVER, "03:00", "TIME", "When, by this machine's clock. Default: 03:00."),
  BACKUPS_KEPT(Taker.SERVER, "7", "COUNT", "Nightly backups that stay; older ones go. Default: 7."),
  LOG_FORMAT(
      Taker.WORKER,
      "text",
      "text|json",
      "How lines of the log are written: text for people, or json, an object a line, for what"
          + " gathers logs. Default: text."),
  METRICS_OPEN_TO(
      Taker.SERVER,
      "",
      "ADDRESSES",
      "IP addresses that read /metrics without a token, with commas between them: 10.0.0.7."
          + " Default: none."),
  ADDRESS(
      Taker.SERVER,
      "",
      "ADDRESS",
      "Where people reach this server, for links in e-mail and webhooks:"
          + " https://lab.example.org/shiftscope. Default: where it listens."),
  NOTICES_TO_LOOPBACK(
      Taker.SERVER,
      "false",
      Setting.TRUE_OR_FALSE,
      "Lets webhooks be sent to this machine itself, to link-local addresses and to those of"
          + " clouds' metadata. Default: false, since programs there often trust whoever reaches"
          + " them."),
  MAIL_HOST(
      Taker.SERVER, "", "HOST", "The SMTP server that takes this server's e-mail. Default: none."),
  MAIL_PORT(Taker.SERVER, "587", "PORT", "Its port. Default: 587."),
  MAIL_SECURITY(
      Taker.SERVER,
      "starttls",
      "starttls|tls|none",
      "How the way there is kept from others. Default: starttls."),
  MAIL_FROM(
      Taker.SERVER,
      "",
      "ADDRESS",
      "The address that its e-mail comes from: shiftscope@lab.example.org."),
  MAIL_USER(Taker.SERVER, "", "NAME", "The name by which it signs in there. Default: none."),
  MAIL_PASSWORD_FILE(
      Taker.SERVER,
      "",
      "FILE",
      "The file that holds the password; or the password itself in the environment, as"
          + " SHIFTSCOPE_MAIL_PASSWORD."),
  MAIL_PASSWORD,
  OIDC_ISSUER(
      Taker.SERVER,
      "",
      "ADDRESS",
      "The OpenID provider by which people sign in, too: https://sso.example.org/realms/lab."
          + " Default: none."),
  OIDC_CLIENT_ID(Taker.SERVER, "", "ID", "What the provider calls this server."),
  OIDC_CLIENT_SECRET_FILE(
      Taker.SERVER,
      "",
      "FILE",
      "The file that holds what this server shows the provider; or the secret itself in the"
          + " environment, as SHIFTSCOPE_OIDC_CLIENT_SECRET. Default: none, for a public client."),
  OIDC_CLIENT_SECRET,
  OIDC_TITLE(
      Taker.SERVER, "", "TITLE", "What the sign-in page calls the provider. Default: its host."),
  OIDC_SCOPES(
      Taker.SERVER,
      "openid profile email",
      "SCOPES",
      "What the provider is asked for. Default: openid profile email."),
  OIDC_NAME(
      Taker.SERVER,
      "preferred_username",
      "CLAIM",
      "The claim that names somebody's account; one that people cannot choose for themselves."
          + " Default: preferred_username."),
  OIDC_GROUPS(
      Taker.SERVER, "groups", "CLAIM", "The claim that lists somebody's groups. Default: groups."),
  OIDC_ROLES(
      Taker.SERVER,
      "",
      "GROUP=ROLE,...",
      "The roles of groups: lab=researcher,lab-admins=administrator. Where there are some, groups"
          + " decide on the role at each sign-in. Default: none."),
  OIDC_DEFAULT_ROLE(
      Taker.SERVER,
      "viewer",
      "ROLE",
      "The role of who is in none of these groups: viewer, researcher, administrator, or none,"
          + " which keeps them out. Default: viewer."),
  OIDC_NEWCOMERS(
      Taker.SERVER,
      "false",
      Setting.TRUE_OR_FALSE,
      "Gives whoever the provider vouches for an account at the first sign-in. Default: false; an"
          + " administrator adds accounts of their names.");

  private static final String TRUE_OR_FALSE = "true|false";

  /** Who takes a setting as a flag: each takes those of the ones before it, too. */
  public enum Taker {
    /** Each command that opens a database. */
    COMMAND,
    /** Whatever runs trials. */
    WORKER,
    /** A server alone. */
    SERVER
  }

  private final Taker taker;
  private final String usual;
  private final String form;
  private final String description;

  Setting(Taker taker, String usual, String form, String description) {
    this.taker = taker;
    this.usual = usual;
    this.form = form;
    this.description = description;
  }

  /** A secret, by the environment or the file of settings alone. */
  Setting() {
    this(Taker.SERVER, "", "", "");
  }

  /** Its name in the properties file: {@code port}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nobody but its owner is to see it: it is no flag, and is printed nowhere. */
  boolean secret() {
    return form.isEmpty();
  }

  /** Whether it is a flag of somebody's. */
  public boolean isFlagOf(Taker who) {
    return !secret() && taker.compareTo(who) <= 0;
  }

  /** What it is where nobody sets it; empty where that is another thing on each machine. */
  String usual() {
    return usual;
  }

  /** What may be set, in a word: {@code PORT}, {@code true|false}. */
  public String form() {
    return form;
  }

  /** Whether its flag alone, without a value, means true. */
  public boolean isTrueOrFalse() {
    return form.equals(TRUE_OR_FALSE);
  }

  /** What it does, and its default, as help tells it. */
  public String description() {
    return description;
  }

  /** Its name on the command line: {@code --port}. */
  public String flag() {
    return "--" + key();
  }

  /** Its name in the environment: {@code SHIFTSCOPE_PORT}. */
  public String variable() {
    return ReadConfig.PREFIX + name();
  }
}
