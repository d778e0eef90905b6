package org.shiftscope.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.stage.OnOtherKernels;
import org.shiftscope.server.tls.SelfSigned;
import org.shiftscope.storage.DatabaseAddress;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.accounts.SessionLimits;

/** Settings with their laws. */
class BuildConfigTest extends ConfigStory {

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
}
