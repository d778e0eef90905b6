package org.shiftscope.server.tls;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a renewed certificate into use without a restart: new connections are shown it, those that
 * stand go on. Files that cannot be used, such as a certificate whose key is not written yet, leave
 * the one before in use.
 */
public final class FollowCertificate extends AbstractLifeCycle {

  private static final Logger LOG = LoggerFactory.getLogger(FollowCertificate.class);

  private final CertificateFiles files;
  private final SslContextFactory.Server tls;
  private final Duration between;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("certificate").factory());
  private ServerCertificate shown;
  private String told = "";

  /**
   * Looks at the files again and again while it runs.
   *
   * @param shown what was read of them, and given to {@code tls}
   * @param between from one look to the next
   */
  public FollowCertificate(
      CertificateFiles files,
      SslContextFactory.Server tls,
      ServerCertificate shown,
      Duration between) {
    this.files = files;
    this.tls = tls;
    this.shown = shown;
    this.between = between;
  }

  @Override
  protected void doStart() {
    long millis = between.toMillis();
    var _ = looks.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      ServerCertificate now = files.read();
      if (!now.isSame(shown)) {
        tls.reload(factory -> now.giveTo(tls));
        shown = now;
        LOG.info("A renewed certificate is shown from now on; it ends at {}", now.ends());
      }
      told = "";
    } catch (CertificateRefused refused) {
      tellOnce((refused.isOfKey() ? files.key() : files.certificate()) + " " + refused.law());
    } catch (Exception e) {
      tellOnce("Jetty does not take it: " + e);
    } catch (Error thrown) { // it would be the last time
      GoOn.after(thrown, LOG, "The certificate cannot be renewed now, and the one before goes on");
    }
  }

  /** As long as it stays the same. */
  private void tellOnce(String why) {
    if (!why.equals(told)) {
      LOG.warn("The certificate cannot be renewed, and the one before goes on: {}", why);
      told = why;
    }
  }

  @Override
  protected void doStop() {
    looks.shutdownNow();
  }
}
