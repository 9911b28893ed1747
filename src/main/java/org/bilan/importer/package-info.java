/**
 * Archives of all kinds as dossiers: Bilan's own JSON Lines, exports of UCDP GED and ACLED, and
 * tables that a mapping explains. Reads them one row at a time, however long they are, and says of
 * each row that it does not take why. A row claims no more in its dossier than in its table.
 */
package org.bilan.importer;
