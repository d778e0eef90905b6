package org.shiftscope.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.stage.OnOtherKernels;
import org.shiftscope.server.tls.SelfSigned;
import org.shiftscope.storage.DatabaseAddress;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.accounts.SessionLimits;

class ReadConfigTest {

  @TempDir private Path folder;

  private final Map<Setting, String> flags = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private Optional<String> configFlag = Optional.empty();

  @Test
  void aServerThatIsToldNothingListensOnTheLoopbackAndUsesEveryCore() {
    assertThat(read().config())
        .isEqualTo(
            new ServerConfig(
                new ListenConfig(8080, "127.0.0.1", "", Optional.empty()),
                RecordPlace.in(folder.resolve("data")),
                new WorkConfig(3, DeviceSetting.AUTO, OnOtherKernels.ANEW, TrialLimits.NONE),
                Duration.ofDays(30),
                new BackupConfig(
                    Optional.of(folder.resolve("data/backups")), LocalTime.of(3, 0), 7),
                AccessConfig.DEFAULT,
                ObserveConfig.DEFAULT));
  }

  @Test
  void aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
    flags.put(Setting.PORT, "1001");
    environment.put("SHIFTSCOPE_PORT", "1002");
    environment.put("SHIFTSCOPE_SLOTS", "5");
    file(
        "my.properties",
        "port = 1003\nslots = 6\nhost = 0.0.0.0\ndata = elsewhere\ndevice = cpu\n");
    configFlag = Optional.of("my.properties");

    assertThat(read().config())
        .isEqualTo(
            new ServerConfig(
                new ListenConfig(1001, "0.0.0.0", "", Optional.empty()),
                RecordPlace.in(folder.resolve("elsewhere")),
                new WorkConfig(5, DeviceSetting.CPU, OnOtherKernels.ANEW, TrialLimits.NONE),
                Duration.ofDays(30),
                new BackupConfig(
                    Optional.of(folder.resolve("elsewhere/backups")), LocalTime.of(3, 0), 7),
                AccessConfig.DEFAULT,
                ObserveConfig.DEFAULT));
    assertThat(read().print().lines().map(String::strip))
        .containsExactly(
            "port            = 1001 (flag --port)",
            "host            = 0.0.0.0 (file " + folder.resolve("my.properties") + ")",
            "path            = / (default)",
            "tls-certificate =  (default)",
            "tls-key         =  (default)",
            "data            = "
                + folder.resolve("elsewhere")
                + " (file "
                + folder.resolve("my.properties")
                + ")",
            "slots           = 5 (environment SHIFTSCOPE_SLOTS)",
            "device          = cpu (file " + folder.resolve("my.properties") + ")",
            "checkpoints     = " + folder.resolve("elsewhere/checkpoints") + " (default)",
            "resume-on-other-kernels = anew (default)",
            "trial-time-limit = 0 (default)",
            "trial-memory-limit = 0 (default)",
            "bin             = 30 (default)",
            "names           =  (default)",
            "proxies         =  (default)",
            "open-to-network = false (default)",
            "session-idle    = 24 (default)",
            "session-length  = 30 (default)",
            "audit           = 365 (default)",
            "ended-shares    = 365 (default)",
            "backup-folder   = " + folder.resolve("elsewhere/backups") + " (default)",
            "backup-time     = 03:00 (default)",
            "backups-kept    = 7 (default)",
            "log-format      = text (default)",
            "metrics-open-to =  (default)",
            "address         =  (default)",
            "notices-to-loopback = false (default)");
  }

  /** As in a pod beside Services named shiftscope and shiftscope-db. */
  @Test
  void whatKubernetesSetsForAServiceOfTheSameNameIsPassedOver() {
    environment.put("SHIFTSCOPE_PORT", "tcp://10.96.0.12:8080");
    environment.put("SHIFTSCOPE_SERVICE_HOST", "10.96.0.12");
    environment.put("SHIFTSCOPE_SERVICE_PORT", "8080");
    environment.put("SHIFTSCOPE_SERVICE_PORT_HTTP", "8080");
    environment.put("SHIFTSCOPE_PORT_8080_TCP", "tcp://10.96.0.12:8080");
    environment.put("SHIFTSCOPE_PORT_8080_TCP_PROTO", "tcp");
    environment.put("SHIFTSCOPE_PORT_8080_TCP_PORT", "8080");
    environment.put("SHIFTSCOPE_PORT_8080_TCP_ADDR", "10.96.0.12");
    environment.put("SHIFTSCOPE_DB_PORT", "tcp://10.96.0.13:5432");
    environment.put("SHIFTSCOPE_DB_SERVICE_HOST", "10.96.0.13");

    assertThat(read().config().listen().port()).isEqualTo(8080);
    assertThat(read().print()).contains("port            = 8080 (default)");
  }

  @Test
  void whomItTellsIsReadWithItsLaws() {
    flags.put(Setting.MAIL_HOST, "mail.lab.example.org");
    flags.put(Setting.MAIL_FROM, "shiftscope@lab.example.org");
    environment.put("SHIFTSCOPE_MAIL_PASSWORD", "pass word ");
    environment.put("SHIFTSCOPE_MAIL_USER", "shiftscope");
    flags.put(Setting.METRICS_OPEN_TO, "10.0.0.7, ::1");
    flags.put(Setting.LOG_FORMAT, "json");
    flags.put(Setting.ADDRESS, "https://lab.example.org/shiftscope");
    assertThat(read().config().observe())
        .isEqualTo(
            new ObserveConfig(
                ObserveConfig.LogFormat.JSON,
                List.of("10.0.0.7", "0:0:0:0:0:0:0:1"),
                Optional.of(URI.create("https://lab.example.org/shiftscope")),
                false,
                Optional.of(
                    new MailConfig(
                        "mail.lab.example.org",
                        587,
                        MailConfig.Security.STARTTLS,
                        "shiftscope@lab.example.org",
                        Optional.of("shiftscope"),
                        Optional.of("pass word ")))));
    assertThat(read().print()).contains("mail-password   = (hidden)").doesNotContain("pass word");

    flags.put(Setting.MAIL_FROM, "a@b\nBcc: c@d");
    flags.put(Setting.MAIL_PORT, "0");
    flags.put(Setting.MAIL_SECURITY, "ssl");
    flags.put(Setting.ADDRESS, "lab");
    flags.put(Setting.LOG_FORMAT, "xml");
    flags.put(Setting.METRICS_OPEN_TO, "prometheus");
    assertThat(refusal().problems())
        .extracting(ConfigProblem::setting)
        .containsExactlyInAnyOrder(
            "log-format", "metrics-open-to", "address", "mail-security", "mail-from", "mail-port");
  }

  @Test
  void backupsGoWhereTheyAreToldOrNowhere() {
    flags.put(Setting.BACKUP_FOLDER, "none");
    assertThat(read().config().backups().folder()).isEmpty();

    flags.put(Setting.BACKUP_FOLDER, "elsewhere");
    flags.put(Setting.BACKUP_TIME, "23:30");
    flags.put(Setting.BACKUPS_KEPT, "3");
    assertThat(read().config().backups())
        .isEqualTo(
            new BackupConfig(Optional.of(folder.resolve("elsewhere")), LocalTime.of(23, 30), 3));

    flags.put(Setting.BACKUP_TIME, "3 pm");
    flags.put(Setting.BACKUPS_KEPT, "0");
    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .containsExactly(
            "backup-time must be a time of the day, such as 03:00; it is 3 pm (flag"
                + " --backup-time).",
            "backups-kept must be a whole number from 1 to 1000; it is 0 (flag --backups-kept).");
  }

  @Test
  void theFileInTheDataFolderIsReadWhereNoOtherIsNamed() throws IOException {
    environment.put("SHIFTSCOPE_DATA", "d");
    file("d/shiftscope.properties", "slots = 7\n");

    assertThat(read().config().work().slots()).isEqualTo(7);

    file("other.properties", "slots = 8\n");
    environment.put("SHIFTSCOPE_CONFIG", "other.properties");
    assertThat(read().config().work().slots()).isEqualTo(8);
  }

  @Test
  void everyProblemIsToldAtOnceWithItsSourceLawAndValue() throws IOException {
    flags.put(Setting.PORT, "65536");
    flags.put(Setting.HOST, "no.such.host.invalid");
    environment.put("SHIFTSCOPE_SLOTS", "two");
    environment.put("SHIFTSCOPE_PROT", "80");
    file("my.properties", "colour = red\n");
    file("plain", "a file\n");
    flags.put(Setting.DATA, "plain");
    flags.put(Setting.DEVICE, "tpu");
    configFlag = Optional.of("my.properties");

    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .containsExactly(
            "SHIFTSCOPE_PROT is not a setting (they are "
                + all(Setting::variable)
                + "); it is 80 (environment).",
            "colour is not a setting (they are "
                + all(Setting::key)
                + "); it is red (file "
                + folder.resolve("my.properties")
                + ").",
            "port must be a whole number from 0 to 65535; it is 65536 (flag --port).",
            "host must be a name or address of this machine, such as 127.0.0.1 or 0.0.0.0; it is"
                + " no.such.host.invalid (flag --host).",
            "data must be a folder that can be written, or the path of one to be made; it is plain"
                + " (flag --data).",
            "slots must be a whole number from 0 to 1024; it is two (environment"
                + " SHIFTSCOPE_SLOTS).",
            "device must be auto, cpu or gpu; it is tpu (flag --device).");
  }

  private static String all(Function<Setting, String> name) {
    return Stream.of(Setting.values()).map(name).sorted().collect(Collectors.joining(", "));
  }

  @Test
  void aWorkerNeedsADatabaseThatIsSharedAndASlot() {
    flags.put(Setting.SLOTS, "0");
    assertThatThrownBy(() -> read().ofWorker())
        .isInstanceOf(InvalidConfig.class)
        .hasMessageContaining(
            "database must be the database of PostgreSQL that the server and all workers share; it"
                + " is empty (default).")
        .hasMessageContaining(
            "slots must be a whole number from 1 to 1024 for a worker; it is 0 (flag --slots).");
  }

  @Test
  void aWorkerPrintsWhatItUses() {
    environment.put("SHIFTSCOPE_LOG_FORMAT", "json");
    assertThat(read().printOfWorker().lines().map(line -> line.strip().split(" ")[0]))
        .containsExactly(
            "data",
            "slots",
            "device",
            "checkpoints",
            "resume-on-other-kernels",
            "trial-time-limit",
            "log-format");
    assertThat(read().printOfWorker()).contains("log-format      = json");
  }

  @Test
  void checkpointsLieInTheDatabaseOrInAFolder() {
    flags.put(Setting.CHECKPOINTS, "database");
    flags.put(Setting.RESUME_ON_OTHER_KERNELS, "go-on");
    assertThat(read().config().record().checkpoints()).isEmpty();
    assertThat(read().config().work().resume()).isEqualTo(OnOtherKernels.GO_ON);
    flags.put(Setting.CHECKPOINTS, "kept");
    assertThat(read().config().record().checkpoints()).contains(folder.resolve("kept"));
    flags.put(Setting.RESUME_ON_OTHER_KERNELS, "perhaps");
    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .containsExactly(
            "resume-on-other-kernels must be anew or go-on; it is perhaps (flag"
                + " --resume-on-other-kernels).");
  }

  @Test
  void whoMayReachItIsReadWithItsLaws() {
    flags.put(Setting.NAMES, "Lab.example.org, 10.0.0.5,[fd00::5]");
    flags.put(Setting.PROXIES, "127.0.0.1");
    flags.put(Setting.OPEN_TO_NETWORK, "true");
    environment.put("SHIFTSCOPE_SESSION_IDLE", "8");
    assertThat(read().config().access())
        .isEqualTo(
            new AccessConfig(
                List.of("lab.example.org", "10.0.0.5", "[fd00::5]"),
                List.of("127.0.0.1"),
                true,
                new SessionLimits(Duration.ofHours(8), Duration.ofDays(30)),
                Duration.ofDays(365),
                Duration.ofDays(365),
                Optional.empty()));

    flags.put(Setting.NAMES, "http://lab.example.org:8080");
    flags.put(Setting.OPEN_TO_NETWORK, "yes");
    flags.put(Setting.AUDIT, "0");
    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .containsExactly(
            "names must be names or addresses of hosts without ports, with commas between them; it"
                + " is http://lab.example.org:8080 (flag --names).",
            "open-to-network must be true or false; it is yes (flag --open-to-network).",
            "audit must be a whole number from 1 to 36500; it is 0 (flag --audit).");
  }

  @Test
  void anOpenIdProviderIsReadWithItsLawsAndItsSecretIsPrintedNowhere() throws IOException {
    assertThat(read().config().access().oidc()).isEmpty();
    file("secret", "s3cret-of-the-provider\n");
    environment.put("SHIFTSCOPE_OIDC_ISSUER", "https://sso.example.org/realms/lab");
    environment.put("SHIFTSCOPE_OIDC_CLIENT_ID", "shiftscope");
    environment.put("SHIFTSCOPE_OIDC_CLIENT_SECRET_FILE", "secret");
    environment.put("SHIFTSCOPE_OIDC_ROLES", "lab=researcher, cn=heads=administrator");
    OidcConfig oidc = read().config().access().oidc().orElseThrow();
    assertThat(oidc.clientSecret()).contains("s3cret-of-the-provider");
    assertThat(oidc.title()).isEqualTo("sso.example.org");
    assertThat(oidc.groups().of(List.of("lab", "cn=heads"))).isEqualTo(Role.ADMINISTRATOR);
    assertThat(oidc.groups().of(List.of("others"))).isEqualTo(Role.VIEWER);
    assertThat(oidc.toString() + read().print()).doesNotContain("s3cret");

    environment.put("SHIFTSCOPE_OIDC_CLIENT_SECRET", "another s3cret");
    environment.put("SHIFTSCOPE_OIDC_CLIENT_SECRET_FILE", "nowhere");
    environment.put("SHIFTSCOPE_OIDC_ISSUER", "http://sso.example.org");
    environment.put("SHIFTSCOPE_OIDC_ROLES", "lab=chief");
    environment.put("SHIFTSCOPE_OIDC_DEFAULT_ROLE", "nobody");
    environment.put("SHIFTSCOPE_OIDC_SCOPES", "email");
    assertThat(refusal().problems().stream().map(ConfigProblem::setting))
        .containsExactly(
            "oidc-issuer",
            "oidc-client-secret-file",
            "oidc-client-secret-file",
            "oidc-roles",
            "oidc-default-role",
            "oidc-scopes");
    assertThat(refusal()).message().doesNotContain("s3cret");
    environment.remove("SHIFTSCOPE_OIDC_CLIENT_SECRET_FILE");
    environment.put("SHIFTSCOPE_OIDC_ISSUER", "");
    assertThat(refusal().problems().getFirst().message())
        .isEqualTo(
            "oidc-issuer must be the provider's address where oidc-client-id is set; it is empty"
                + " (environment SHIFTSCOPE_OIDC_ISSUER).");
  }

  @Test
  void aDatabaseIsReadWithItsLawsAndItsPasswordIsPrintedNowhere() throws IOException {
    assertThat(read().config().record().database()).isEmpty();
    assertThat(read().print()).doesNotContain("database");
    file("secret", "s3cret-of-the-role\n");
    environment.put("SHIFTSCOPE_DATABASE", "jdbc:postgresql://db:5433/lab?sslmode=require");
    environment.put("SHIFTSCOPE_DATABASE_PASSWORD_FILE", "secret");
    flags.put(Setting.DATABASE_USER, "shiftscope");
    DatabaseAddress database = read().config().record().database().orElseThrow();
    assertThat(database)
        .isEqualTo(
            new DatabaseAddress(
                "jdbc:postgresql://db:5433/lab?sslmode=require",
                Optional.of("shiftscope"),
                Optional.of("s3cret-of-the-role")));
    assertThat(read().config() + read().print()).doesNotContain("s3cret");
    assertThat(read().print()).contains("database        = jdbc:postgresql://db:5433/lab (env");

    environment.put("SHIFTSCOPE_DATABASE", "jdbc:postgresql://db/lab?password=s3cret");
    environment.put("SHIFTSCOPE_DATABASE_PASSWORD", "another s3cret");
    assertThat(refusal().problems().stream().map(ConfigProblem::setting))
        .containsExactly("database-password-file", "database");
    assertThat(refusal()).message().doesNotContain("s3cret");
    environment.remove("SHIFTSCOPE_DATABASE_PASSWORD");
    environment.put("SHIFTSCOPE_DATABASE_PASSWORD_FILE", "nowhere");
    environment.put("SHIFTSCOPE_DATABASE", "jdbc:mysql://db/lab");
    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .containsExactly(
            "database-password-file must be a file that can be read and holds the password; it is"
                + " nowhere (environment SHIFTSCOPE_DATABASE_PASSWORD_FILE).",
            "database must be an address of PostgreSQL, such as"
                + " jdbc:postgresql://localhost:5432/shiftscope; it is jdbc:mysql://db/lab"
                + " (environment SHIFTSCOPE_DATABASE).");
    environment.put("SHIFTSCOPE_DATABASE", "");
    assertThat(refusal().problems().stream().map(ConfigProblem::setting))
        .containsExactly("database", "database");
  }

  @Test
  void whereItListensIsReadWithItsLaws() throws Exception {
    flags.put(Setting.PATH, "/lab/shiftscope");
    SelfSigned own = SelfSigned.in(folder, "own", "EC");
    environment.put("SHIFTSCOPE_TLS_CERTIFICATE", "own.pem");
    environment.put("SHIFTSCOPE_TLS_KEY", own.files().key().toString());
    ServerConfig config = read().config();
    assertThat(config.listen())
        .isEqualTo(
            new ListenConfig(8080, "127.0.0.1", "/lab/shiftscope", Optional.of(own.files())));
    assertThat(config.address(8443)).hasToString("https://localhost:8443/lab/shiftscope");
    flags.put(Setting.NAMES, "lab.example.org");
    assertThat(read().config().address(8443))
        .hasToString("https://lab.example.org:8443/lab/shiftscope");

    flags.put(Setting.PATH, "shiftscope/");
    flags.put(Setting.PROXIES, "10.0.0.1, proxy");
    environment.put("SHIFTSCOPE_TLS_KEY", "own.pem");
    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .containsExactly(
            "path must be / or begin with / and have letters, digits, -, _ and ~ between slashes,"
                + " such as /shiftscope; it is shiftscope/ (flag --path).",
            "tls-key must be a file that can be read, of a private key in PEM without a password"
                + " (BEGIN PRIVATE KEY), such as \"openssl pkey -in key.pem -out new.pem\" writes"
                + " of others; it is own.pem (environment SHIFTSCOPE_TLS_KEY).",
            "proxies must be IP addresses, such as 127.0.0.1 or ::1, with commas between them; it"
                + " is 10.0.0.1, proxy (flag --proxies).");

    environment.remove("SHIFTSCOPE_TLS_KEY");
    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .contains(
            "tls-key must be given, since https needs both a certificate and its key; it is empty"
                + " (default).");
  }

  @Test
  void anEmptyValueIsNoValue() {
    environment.put("SHIFTSCOPE_PORT", "");
    environment.put("SHIFTSCOPE_HOST", " ");

    assertThat(refusal().problems().stream().map(ConfigProblem::message))
        .hasSize(2)
        .allMatch(message -> message.contains("; it is empty ("));
  }

  @Test
  void aFileThatIsNotThereOrNotPropertiesIsToldSo() throws IOException {
    configFlag = Optional.of("missing.properties");
    assertThatThrownBy(this::read)
        .hasMessage(
            "config must be a properties file that can be read; it is missing.properties (flag"
                + " --config).");

    file("broken.properties", "port = \\u00zz\n");
    configFlag = Optional.of("broken.properties");
    assertThatThrownBy(this::read).hasMessageContaining("it is broken.properties (flag --config)");
  }

  @Test
  void aFileFoundInTheDataFolderCannotMoveTheDataFolder() throws IOException {
    file("data/shiftscope.properties", "data = /elsewhere\n");

    assertThat(refusal().problems().getFirst().message())
        .isEqualTo(
            "data cannot be set by a file that was found in the data folder; it is /elsewhere (file"
                + " "
                + folder.resolve("data/shiftscope.properties")
                + ").");
  }

  private LoadedConfig read() {
    return ReadConfig.from(flags, configFlag, new ProcessEnvironment(environment, folder, 3));
  }

  private InvalidConfig refusal() {
    return catchThrowableOfType(InvalidConfig.class, this::read);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
