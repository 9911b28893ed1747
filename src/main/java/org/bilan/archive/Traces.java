package org.bilan.archive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HexFormat;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.ledger.Action;
import org.bilan.ledger.Actor;
import org.bilan.ledger.Deed;
import org.bilan.people.Secret;
import org.hibernate.Session;

/** What is done to dossiers, told in the ledger: in the transaction that does it, as its end. */
@ApplicationScoped
class Traces {

  /** What the key of the hashes is derived for. */
  static final String HASHES = "bilan-ledger-hashes";

  private final EntityManager entities;
  private final Ledger ledger;
  private final byte[] hashKey;

  Traces(EntityManager entities, Ledger ledger, Secret secret) {
    this.entities = entities;
    this.ledger = ledger;
    this.hashKey = secret.derive(HASHES);
  }

  /** With the secret where a plain hash would confirm who guesses at a confidential name. */
  void hash(DossierRow row, String what, byte[] document, Map<String, String> details) {
    hash(hashKey, row, what, document, details);
  }

  /** As {@link #hash(DossierRow, String, byte[], Map)}, with the key that it does it with. */
  static void hash(
      byte[] hashKey, DossierRow row, String what, byte[] document, Map<String, String> details) {
    if (row.confidential) {
      details.put(what + "-hmac-sha256", HexFormat.of().formatHex(Secret.hmac(hashKey, document)));
    } else {
      details.put(what + "-sha256", DigestUtils.sha256Hex(document));
    }
  }

  /** Adds an entry. Call it last: all others who write wait for it. */
  void add(Actor actor, Action action, String incident, Map<String, String> details) {
    entities.flush();
    entities
        .unwrap(Session.class)
        .doWork(
            connection ->
                ledger.append(connection, actor, Deed.of(action, "dossier", incident, details)));
  }
}
