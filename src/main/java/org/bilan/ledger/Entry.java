package org.bilan.ledger;

import java.time.Instant;

/**
 * One line of the ledger.
 *
 * @param number from 1, without gaps
 * @param at by the service's clock, to the microsecond; clocks step, so the number is the order
 * @param action as {@link Action} spells it; also words that this version does not know
 * @param details JSON, its keys in order
 * @param previous the hash of the entry before
 * @param hash SHA-256 over all of the above, which anybody can check
 * @param seal HMAC-SHA-256 of the hash with the secret, which shows that Bilan wrote it
 */
public record Entry(
    long number,
    Instant at,
    Actor actor,
    String action,
    String object,
    String details,
    Bytes previous,
    Bytes hash,
    Bytes seal) {}
