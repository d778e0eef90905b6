package org.shiftscope.server.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the server's certificate and its key are, in PEM.
 *
 * @param certificate of the certificate, then of those that signed it
 * @param key of the certificate's private key, in PKCS#8 without a password
 */
public record CertificateFiles(Path certificate, Path key) {

  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private static final List<String> KINDS_OF_KEYS = List.of("RSA", "EC", "EdDSA");

  private static final String KEY_LAW =
      "must be a file that can be read, of a private key in PEM without a password (BEGIN PRIVATE"
          + " KEY), such as \"openssl pkey -in key.pem -out new.pem\" writes of others";

  /**
   * Reads both, as they are now.
   *
   * @throws CertificateRefused where they cannot be used
   */
  public ServerCertificate read() throws CertificateRefused {
    List<X509Certificate> chain = readChain();
    PrivateKey privateKey = readKey();
    if (!ServerCertificate.belong(privateKey, chain.getFirst())) {
      throw new CertificateRefused(
          true, "must be the key of the first certificate in the file of the certificate");
    }
    return new ServerCertificate(privateKey, chain);
  }

  private List<X509Certificate> readChain() throws CertificateRefused {
    try (InputStream in = Files.newInputStream(certificate)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!chain.isEmpty()) {
        return chain;
      }
    } catch (IOException | CertificateException unreadable) {
      // told below, as a file that holds none
    }
    throw new CertificateRefused(
        false,
        "must be a file that can be read, of the server's certificate in PEM, with those that"
            + " signed it below");
  }

  private PrivateKey readKey() throws CertificateRefused {
    try {
      Matcher found = KEY.matcher(Files.readString(key, StandardCharsets.US_ASCII));
      if (found.find()) {
        return decode(Base64.getMimeDecoder().decode(found.group(1)));
      }
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
      // told below, as a file that holds none
    }
    throw new CertificateRefused(true, KEY_LAW);
  }

  private static PrivateKey decode(byte[] bytes) throws GeneralSecurityException {
    for (String kind : KINDS_OF_KEYS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (InvalidKeySpecException other) {
        continue;
      }
    }
    throw new InvalidKeySpecException("a key of another kind");
  }
}
