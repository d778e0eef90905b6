package org.shiftscope.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shiftscope.compute.device.DeviceSetting;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.stage.OnOtherKernels;
import org.shiftscope.server.tls.CertificateFiles;
import org.shiftscope.server.tls.CertificateRefused;
import org.shiftscope.storage.DatabaseAddress;
import org.shiftscope.storage.RecordPlace;
import org.shiftscope.storage.accounts.SessionLimits;

/**
 * Turns values as written into the typed record, and reports every one that breaks its law.
 *
 * @param given a value for every setting
 * @param folder what relative paths start from
 * @param problems where problems are reported. Modified.
 */
record BuildConfig(Map<Setting, GivenSetting> given, Path folder, List<ConfigProblem> problems) {

  private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-]+)+");

  /** The record, or empty where a problem was reported. */
  Optional<ServerConfig> build() {
    Optional<ListenConfig> listen = listen();
    Optional<DatabaseAddress> database = new BuildDatabase(given, folder, problems).build();
    Optional<RecordPlace> record = data().flatMap(home -> record(home, database));
    Optional<Integer> slots = wholeNumber(Setting.SLOTS, 0, 1_024);
    Optional<DeviceSetting> device = device();
    Optional<OnOtherKernels> resume = resume();
    Optional<Integer> hours = wholeNumber(Setting.TRIAL_TIME_LIMIT, 0, 10_000);
    Optional<Integer> megabytes = wholeNumber(Setting.TRIAL_MEMORY_LIMIT, 0, 100_000_000);
    Optional<Integer> bin = wholeNumber(Setting.BIN, 0, 36_500);
    Optional<BackupConfig> backups = record.map(RecordPlace::folder).flatMap(this::backups);
    Optional<AccessConfig> access = access();
    Optional<ObserveConfig> observe = new BuildObserve(given, folder, problems).build();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ServerConfig(
            listen.orElseThrow(),
            record.orElseThrow(),
            new WorkConfig(
                slots.orElseThrow(),
                device.orElseThrow(),
                resume.orElseThrow(),
                new TrialLimits(
                    hours.filter(given -> given > 0).map(Duration::ofHours),
                    megabytes.filter(given -> given > 0).map(given -> given * 1_000_000L))),
            Duration.ofDays(bin.orElseThrow()),
            backups.orElseThrow(),
            access.orElseThrow(),
            observe.orElseThrow()));
  }

  private Optional<BackupConfig> backups(Path data) {
    String name = written(Setting.BACKUP_FOLDER);
    Optional<LocalTime> time = time(Setting.BACKUP_TIME);
    Optional<Integer> kept = wholeNumber(Setting.BACKUPS_KEPT, 1, 1_000);
    Optional<Path> at = Optional.empty();
    if (!name.equals("none")) {
      at = name.isEmpty() ? Optional.of(data.resolve("backups")) : backupFolder(name);
      if (at.isEmpty()) {
        return Optional.empty();
      }
    }
    return time.isEmpty() || kept.isEmpty()
        ? Optional.empty()
        : Optional.of(new BackupConfig(at, time.get(), kept.get()));
  }

  private Optional<Path> backupFolder(String name) {
    try {
      Path at = folder.resolve(name).normalize();
      if (canHold(at)) {
        return Optional.of(at);
      }
    } catch (InvalidPathException noPath) {
      // reported below
    }
    return refuse(Setting.BACKUP_FOLDER, "must be none, or a folder that can be written or made");
  }

  private Optional<LocalTime> time(Setting setting) {
    try {
      return Optional.of(LocalTime.parse(written(setting)));
    } catch (DateTimeParseException noTime) {
      return refuse(setting, "must be a time of the day, such as 03:00");
    }
  }

  private Optional<ListenConfig> listen() {
    Optional<Integer> port = wholeNumber(Setting.PORT, 0, 65_535);
    Optional<String> host = host();
    Optional<String> path = path();
    Optional<CertificateFiles> tls = tls();
    return port.isEmpty() || host.isEmpty() || path.isEmpty()
        ? Optional.empty()
        : Optional.of(new ListenConfig(port.get(), host.get(), path.get(), tls));
  }

  private Optional<String> path() {
    String path = written(Setting.PATH);
    if (path.equals("/")) {
      return Optional.of("");
    }
    return PATH.matcher(path).matches()
        ? Optional.of(path)
        : refuse(
            Setting.PATH,
            "must be / or begin with / and have letters, digits, -, _ and ~ between slashes, such"
                + " as /shiftscope");
  }

  /** The files of the certificate; empty where there is none, or where a problem was reported. */
  private Optional<CertificateFiles> tls() {
    boolean certificate = !written(Setting.TLS_CERTIFICATE).isEmpty();
    boolean key = !written(Setting.TLS_KEY).isEmpty();
    if (certificate != key) {
      Setting missing = certificate ? Setting.TLS_KEY : Setting.TLS_CERTIFICATE;
      return refuse(missing, "must be given, since https needs both a certificate and its key");
    }
    if (!certificate) {
      return Optional.empty();
    }
    try {
      var files = new CertificateFiles(file(Setting.TLS_CERTIFICATE), file(Setting.TLS_KEY));
      files.read();
      return Optional.of(files);
    } catch (CertificateRefused refused) {
      return refuse(refused.isOfKey() ? Setting.TLS_KEY : Setting.TLS_CERTIFICATE, refused.law());
    } catch (InvalidPathException noPath) {
      return refuse(Setting.TLS_CERTIFICATE, "must be, as tls-key, the path of a file");
    }
  }

  private Path file(Setting setting) {
    return folder.resolve(written(setting)).normalize();
  }

  private Optional<AccessConfig> access() {
    Optional<List<String>> names = hosts(Setting.NAMES, "names or addresses of hosts");
    Optional<List<String>> proxies = addresses(Setting.PROXIES);
    Optional<Boolean> open = trueOrFalse(Setting.OPEN_TO_NETWORK);
    Optional<Integer> idle = wholeNumber(Setting.SESSION_IDLE, 1, 8_784);
    Optional<Integer> length = wholeNumber(Setting.SESSION_LENGTH, 1, 366);
    Optional<Integer> audit = wholeNumber(Setting.AUDIT, 1, 36_500);
    Optional<Integer> endedShares = wholeNumber(Setting.ENDED_SHARES, 1, 36_500);
    Optional<OidcConfig> oidc = new BuildOidc(given, folder, problems).build();
    if (names.isEmpty() || proxies.isEmpty() || open.isEmpty() || !problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AccessConfig(
            names.get(),
            proxies.get(),
            open.get(),
            new SessionLimits(
                Duration.ofHours(idle.orElseThrow()), Duration.ofDays(length.orElseThrow())),
            Duration.ofDays(audit.orElseThrow()),
            Duration.ofDays(endedShares.orElseThrow()),
            oidc));
  }

  /** Of hosts, without ports. */
  private Optional<List<String>> hosts(Setting setting, String what) {
    List<String> names = listed(setting);
    return names.stream().allMatch(name -> NAME.matcher(name).matches())
        ? Optional.of(names)
        : refuse(setting, "must be " + what + " without ports, with commas between them");
  }

  private Optional<List<String>> addresses(Setting setting) {
    List<String> addresses = listed(setting);
    try {
      addresses.forEach(InetAddress::ofLiteral);
      return Optional.of(addresses);
    } catch (IllegalArgumentException noAddress) {
      return refuse(
          setting, "must be IP addresses, such as 127.0.0.1 or ::1, with commas between them");
    }
  }

  private List<String> listed(Setting setting) {
    return Stream.of(written(setting).toLowerCase(Locale.ROOT).split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private Optional<Boolean> trueOrFalse(Setting setting) {
    return switch (written(setting)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> refuse(setting, "must be true or false");
    };
  }

  private Optional<Integer> wholeNumber(Setting setting, int least, int most) {
    try {
      int value = Integer.parseInt(written(setting));
      if (value >= least && value <= most) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      // reported below, like a number out of range
    }
    return refuse(setting, "must be a whole number from " + least + " to " + most);
  }

  private Optional<DeviceSetting> device() {
    String name = written(Setting.DEVICE);
    Optional<DeviceSetting> named =
        Stream.of(DeviceSetting.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
    return named.isPresent() ? named : refuse(Setting.DEVICE, "must be auto, cpu or gpu");
  }

  private Optional<String> host() {
    String law = "must be a name or address of this machine, such as 127.0.0.1 or 0.0.0.0";
    String host = written(Setting.HOST);
    try {
      // An empty name would silently mean the loopback.
      return host.isEmpty() || InetAddress.getAllByName(host).length == 0
          ? refuse(Setting.HOST, law)
          : Optional.of(host);
    } catch (UnknownHostException e) {
      return refuse(Setting.HOST, law);
    }
  }

  private Optional<Path> data() {
    return folder(
        Setting.DATA, "must be a folder that can be written, or the path of one to be made");
  }

  private Optional<Path> folder(Setting setting, String law) {
    String name = written(setting);
    try {
      Path path = folder.resolve(name).normalize();
      return !name.isEmpty() && canHold(path) ? Optional.of(path) : refuse(setting, law);
    } catch (InvalidPathException e) {
      return refuse(setting, law);
    }
  }

  /** Where the record is; empty where a problem was reported. */
  private Optional<RecordPlace> record(Path data, Optional<DatabaseAddress> database) {
    return switch (written(Setting.CHECKPOINTS)) {
      case "" -> Optional.of(new RecordPlace(data, database));
      case "database" -> Optional.of(new RecordPlace(data, database, Optional.empty()));
      default ->
          folder(
                  Setting.CHECKPOINTS,
                  "must be database, or a folder that can be written, or the path of one to be made")
              .map(kept -> new RecordPlace(data, database, Optional.of(kept)));
    };
  }

  private Optional<OnOtherKernels> resume() {
    Optional<OnOtherKernels> named =
        Named.find(OnOtherKernels.values(), written(Setting.RESUME_ON_OTHER_KERNELS));
    return named.isPresent()
        ? named
        : refuse(Setting.RESUME_ON_OTHER_KERNELS, "must be anew or go-on");
  }

  /** Whether it, or where it is not there yet its nearest parent, is a folder to be written. */
  private static boolean canHold(Path data) {
    Path there = data;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return Files.isDirectory(there) && Files.isWritable(there);
  }

  private String written(Setting setting) {
    return one(setting).value().strip();
  }

  private <T> Optional<T> refuse(Setting setting, String law) {
    GivenSetting one = one(setting);
    problems.add(new ConfigProblem(setting.key(), one.source(), law, one.value()));
    return Optional.empty();
  }

  private GivenSetting one(Setting setting) {
    GivenSetting one = given.get(setting);
    if (one == null) {
      throw new IllegalStateException("no value for " + setting);
    }
    return one;
  }
}
