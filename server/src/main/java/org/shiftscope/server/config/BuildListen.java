package org.shiftscope.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.shiftscope.server.tls.CertificateFiles;
import org.shiftscope.server.tls.CertificateRefused;

/**
 * Turns what is written of where the server listens into its record, and reports what breaks its
 * law.
 *
 * @param settings as they were given
 */
record BuildListen(ReadSettings settings) {

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-]+)+");

  /** Empty where a problem was reported. */
  Optional<ListenConfig> build() {
    Optional<Integer> port = settings.wholeNumber(Setting.PORT, 0, 65_535);
    Optional<String> host = host();
    Optional<String> path = path();
    Optional<CertificateFiles> tls = tls();
    return port.isEmpty() || host.isEmpty() || path.isEmpty()
        ? Optional.empty()
        : Optional.of(new ListenConfig(port.get(), host.get(), path.get(), tls));
  }

  private Optional<String> host() {
    String law = "must be a name or address of this machine, such as 127.0.0.1 or 0.0.0.0";
    String host = settings.written(Setting.HOST);
    try {
      // An empty name would silently mean the loopback.
      return host.isEmpty() || InetAddress.getAllByName(host).length == 0
          ? settings.refuse(Setting.HOST, law)
          : Optional.of(host);
    } catch (UnknownHostException e) {
      return settings.refuse(Setting.HOST, law);
    }
  }

  private Optional<String> path() {
    String path = settings.written(Setting.PATH);
    if (path.equals("/")) {
      return Optional.of("");
    }
    return PATH.matcher(path).matches()
        ? Optional.of(path)
        : settings.refuse(
            Setting.PATH,
            "must be / or begin with / and have letters, digits, -, _ and ~ between slashes, such"
                + " as /shiftscope");
  }

  /** The files of the certificate; empty where there is none, or where a problem was reported. */
  private Optional<CertificateFiles> tls() {
    boolean certificate = !settings.written(Setting.TLS_CERTIFICATE).isEmpty();
    boolean key = !settings.written(Setting.TLS_KEY).isEmpty();
    if (certificate != key) {
      Setting missing = certificate ? Setting.TLS_KEY : Setting.TLS_CERTIFICATE;
      return settings.refuse(
          missing, "must be given, since https needs both a certificate and its key");
    }
    if (!certificate) {
      return Optional.empty();
    }
    try {
      var files =
          new CertificateFiles(
              settings.path(Setting.TLS_CERTIFICATE), settings.path(Setting.TLS_KEY));
      files.read();
      return Optional.of(files);
    } catch (CertificateRefused refused) {
      return settings.refuse(
          refused.isOfKey() ? Setting.TLS_KEY : Setting.TLS_CERTIFICATE, refused.law());
    } catch (InvalidPathException noPath) {
      return settings.refuse(Setting.TLS_CERTIFICATE, "must be, as tls-key, the path of a file");
    }
  }
}
