package org.bilan.importer;

import com.fasterxml.jackson.databind.node.ObjectNode;

record MappedForm(Mapping mapping) implements Form {
  @Override
  public String name(Cells row) {
    return "";
  }

  @Override
  public ObjectNode dossier(Cells row) {
    throw new UnsupportedOperationException();
  }
}
