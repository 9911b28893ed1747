package org.bilan.rest;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.HttpServerStart;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.access.Credential;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Takes the word of a proxy for who somebody is: of the one that shows its certificate (mutual
 * TLS), and no other's. Whoever the proxy names needs a login here, whose roles count; a header
 * that comes by another way is as if it were not there.
 */
@ApplicationScoped
public class TrustedProxy implements HttpServerOptionsCustomizer {

  private static final Logger LOG = Logger.getLogger(TrustedProxy.class);

  private final Optional<String> fingerprint;
  private final String header;
  private boolean encrypted;

  TrustedProxy(
      @ConfigProperty(name = "bilan.proxy.certificate") Optional<String> fingerprint,
      @ConfigProperty(name = "bilan.proxy.header") String header) {
    this.fingerprint =
        fingerprint
            .filter(text -> !text.isBlank())
            .map(text -> text.replace(":", "").strip().toLowerCase(Locale.ROOT));
    if (this.fingerprint.filter(text -> !text.matches("[0-9a-f]{64}")).isPresent()) {
      String message =
          "Bilan cannot start. BILAN_PROXY_CERTIFICATE is not a SHA-256 fingerprint: 64 hexadecimal"
              + " digits, with or without colons. openssl x509 -in proxy.crt -noout -fingerprint -sha256"
              + " tells it.";
      throw new IllegalStateException(message, new PreventFurtherStepsException(message, 1));
    }
    this.header = header;
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    encrypted = true;
    if (fingerprint.isPresent()) {
      // Asked for, not demanded: programs with tokens come as they are.
      options.setClientAuth(ClientAuth.REQUEST);
    }
  }

  /** Says so where the setting can have no effect. */
  void check(@Observes HttpServerStart started) {
    if (fingerprint.isPresent() && !encrypted) {
      LOG.warn(
          "BILAN_PROXY_CERTIFICATE is set, but this service has no TLS, by which a proxy could show"
              + " its certificate: the names that it sends are not believed. Set"
              + " QUARKUS_HTTP_SSL_CERTIFICATE_FILES and QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES.");
    }
  }

  /** Whom the proxy names; empty when it is not the proxy that asks, or it names nobody. */
  Optional<Credential> named(HttpServerRequest request) {
    List<String> names = request.headers().getAll(header);
    // Of two, one may be the client's.
    return names.size() == 1 && !names.get(0).isBlank() && isProxy(request)
        ? Optional.of(new Credential.Proxied(names.get(0).strip().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private boolean isProxy(HttpServerRequest request) {
    SSLSession session = request.isSSL() ? request.sslSession() : null;
    if (fingerprint.isEmpty() || session == null) {
      return false;
    }
    try {
      byte[] certificate = session.getPeerCertificates()[0].getEncoded();
      byte[] shown = DigestUtils.sha256(certificate);
      return MessageDigest.isEqual(shown, HexFormat.of().parseHex(fingerprint.get()));
    } catch (SSLPeerUnverifiedException nothingShown) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate that was verified can be encoded", e);
    }
  }
}
