package org.bilan.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the columns of a table mean. */
interface Form {

  /** What a row calls itself, for people; empty when it has no name. */
  String name(Cells row);

  /** The row as a dossier. Where the row has problems, what it gives is not looked at. */
  ObjectNode dossier(Cells row);
}
