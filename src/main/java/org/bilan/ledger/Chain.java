package org.bilan.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;
import org.bilan.people.Secret;

/**
 * Makes the entries of a ledger and says whether one is as it was made. Each holds the hash of the
 * one before, so that none can be changed, left out or put elsewhere without changing all that
 * follow; and a seal made with a secret that is not in the database, so that whoever can write
 * there cannot do that either.
 */
public final class Chain {

  /** The hash before the first entry. */
  static final Bytes NOTHING = Bytes.of(new byte[32]);

  private static final JsonMapper JSON = new JsonMapper();

  private final byte[] key;

  /**
   * A chain.
   *
   * @param key the secret, 32 bytes
   */
  public Chain(byte[] key) {
    this.key = key.clone();
  }

  /** The entry that follows. */
  public Entry next(Head head, Instant at, Actor actor, Deed deed) {
    Entry open =
        new Entry(
            head.number() + 1,
            at.truncatedTo(ChronoUnit.MICROS),
            actor,
            deed.action().word(),
            deed.object(),
            json(deed),
            head.hash(),
            null,
            null);
    Bytes hash = hash(open);
    return new Entry(
        open.number(),
        open.at(),
        open.actor(),
        open.action(),
        open.object(),
        open.details(),
        open.previous(),
        hash,
        seal("entry", open.number(), hash));
  }

  /** The end of a ledger whose last entry this is. */
  public Head head(Entry last) {
    return new Head(last.number(), last.hash(), seal("head", last.number(), last.hash()));
  }

  /** Whether the entry holds what it was made with, here. Says nothing of its neighbours. */
  boolean whole(Entry entry) {
    return hash(entry).equals(entry.hash())
        && seal("entry", entry.number(), entry.hash()).equals(entry.seal());
  }

  /**
   * Whether this end was written here.
   *
   * @param used whether the ledger must have been written to: then an end without a seal is none
   */
  boolean whole(Head head, boolean used) {
    return head.seal() == null
        ? !used && head.number() == 0 && head.hash().equals(NOTHING)
        : seal("head", head.number(), head.hash()).equals(head.seal());
  }

  /** Each field with its length before it, so that no two entries are written alike. */
  private static Bytes hash(Entry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(entry.number());
      out.writeLong(entry.at().getEpochSecond());
      out.writeInt(entry.at().getNano());
      for (String field :
          new String[] {
            entry.actor().name(),
            entry.actor().means(),
            entry.actor().address(),
            entry.action(),
            entry.object(),
            entry.details()
          }) {
        byte[] utf8 = field.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
      }
      out.write(entry.previous().array());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Bytes.of(DigestUtils.sha256(bytes.toByteArray()));
  }

  private Bytes seal(String what, long number, Bytes hash) {
    byte[] said = (what + ":" + number + ":").getBytes(StandardCharsets.UTF_8);
    byte[] message = Arrays.copyOf(said, said.length + hash.array().length);
    System.arraycopy(hash.array(), 0, message, said.length, hash.array().length);
    return Bytes.of(Secret.hmac(key, message));
  }

  private static String json(Deed deed) {
    try {
      return JSON.writeValueAsString(deed.details());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts can be written", e);
    }
  }
}
