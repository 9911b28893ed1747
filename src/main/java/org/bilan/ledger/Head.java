package org.bilan.ledger;

/**
 * Where a ledger ends.
 *
 * @param number of the last entry; 0 when there is none
 * @param hash of the last entry; zeros when there is none
 * @param seal made with the secret, over both; null on a ledger that was never written to
 */
public record Head(long number, Bytes hash, Bytes seal) {}
