package org.bilan.rest;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.bilan.access.Credential;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes the word of a proxy for who somebody is: of the one that shows its certificate (mutual
 * TLS), and no other's. Whoever the proxy names needs a login here, whose roles count; a header
 * that comes by another way is as if it were not there.
 */
@ApplicationScoped
public class TrustedProxy implements HttpServerOptionsCustomizer {

  private final Optional<String> fingerprint;
  private final String header;

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
    if (fingerprint.isPresent()) {
      // Asked for, not demanded: programs with tokens come as they are.
      options.setClientAuth(ClientAuth.REQUEST);
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
      byte[] shown = MessageDigest.getInstance("SHA-256").digest(certificate);
      return MessageDigest.isEqual(shown, HexFormat.of().parseHex(fingerprint.get()));
    } catch (SSLPeerUnverifiedException nothingShown) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A certificate that was verified can be encoded", e);
    }
  }
}
