package org.shiftscope.server.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A certificate with those that signed it, and its key. */
public final class ServerCertificate {

  /** Of a store that is in memory alone; without one Java's own do not open. */
  private static final String PASSWORD = "in memory";

  private final PrivateKey key;
  private final List<X509Certificate> chain;

  ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
    this.key = key;
    this.chain = List.copyOf(chain);
  }

  /** Whether a key is a certificate's: it verifies what the key signed. */
  static boolean belong(PrivateKey key, X509Certificate certificate) {
    String signing =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> "EdDSA";
        };
    byte[] words = "whose key?".getBytes(StandardCharsets.US_ASCII);
    try {
      Signature signature = Signature.getInstance(signing);
      signature.initSign(key);
      signature.update(words);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(words);
      return signature.verify(signed);
    } catch (GeneralSecurityException ofAnotherKind) {
      return false;
    }
  }

  /** When it ends. */
  public Instant ends() {
    return chain.getFirst().getNotAfter().toInstant();
  }

  /** Whether it is the same certificate, signed by the same. */
  boolean isSame(ServerCertificate other) {
    return chain.equals(other.chain);
  }

  /** Has Jetty show it. */
  public void giveTo(SslContextFactory.Server tls) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key, PASSWORD.toCharArray(), chain.toArray(new Certificate[0]));
      tls.setKeyStore(store);
      tls.setKeyStorePassword(PASSWORD);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("The certificate was checked: " + e.getMessage(), e);
    }
  }
}
