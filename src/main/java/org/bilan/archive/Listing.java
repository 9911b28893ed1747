package org.bilan.archive;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages
 */
public record Listing<T>(List<T> items, long total) {}
