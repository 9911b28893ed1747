/**
 * The numbers of a ruleset as a spreadsheet, .xlsx or .csv, and an edited one read back as changes.
 *
 * <p>What is read comes from strangers: nothing in it is run, fetched or unpacked to disk, all of
 * it is bounded, and what is wrong is told together, cell by cell. .xlsx is read here, by the JDK's
 * own parser with neither DTD nor entities, because a reader of spreadsheets in general believes
 * what a file says of itself: how many texts it shares, in which column a cell stands.
 */
package org.bilan.sheet;
