package org.shiftscope.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate of localhost that signs itself, made by keytool and written as PEM.
 *
 * @param store where keytool put it
 * @param files where its PEM is
 */
public record SelfSigned(Path store, CertificateFiles files) {

  /** Of the store. */
  public static final String PASSWORD = "only-a-test";

  private static final String ALIAS = "server";

  /** Makes one, and writes it to files of a name. */
  public static SelfSigned in(Path folder, String name, String algorithm) throws Exception {
    Path store = Files.createTempDirectory(folder, name).resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    ALIAS,
                    "-keyalg",
                    algorithm,
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (keytool.waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    var files = new CertificateFiles(folder.resolve(name + ".pem"), folder.resolve(name + ".key"));
    var made = new SelfSigned(store, files);
    made.writeTo(files);
    return made;
  }

  /** Writes its PEM to files. */
  public void writeTo(CertificateFiles to) throws IOException, GeneralSecurityException {
    Key key = open().getKey(ALIAS, PASSWORD.toCharArray());
    Files.writeString(to.key(), pem("PRIVATE KEY", key.getEncoded()));
    Files.writeString(to.certificate(), pem("CERTIFICATE", certificate().getEncoded()));
  }

  /** Trusts it alone. */
  public SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(ALIAS, certificate());
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, managers.getTrustManagers(), null);
    return tls;
  }

  private Certificate certificate() throws IOException, GeneralSecurityException {
    return open().getCertificate(ALIAS);
  }

  private KeyStore open() throws IOException, GeneralSecurityException {
    KeyStore opened = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      opened.load(in, PASSWORD.toCharArray());
    }
    return opened;
  }

  private static String pem(String of, byte[] bytes) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    return "-----BEGIN " + of + "-----\n" + lines + "\n-----END " + of + "-----\n";
  }
}
