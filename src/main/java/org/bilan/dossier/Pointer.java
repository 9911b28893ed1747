package org.bilan.dossier;

/** A place in a JSON document; spelt out (RFC 6901) only when a problem needs it. */
record Pointer(Pointer parent, String token) {

  static final Pointer ROOT = new Pointer(null, "");

  Pointer at(String name) {
    return new Pointer(this, name);
  }

  Pointer at(int index) {
    return new Pointer(this, Integer.toString(index));
  }

  @Override
  public String toString() {
    return parent == null ? "" : parent + "/" + token.replace("~", "~0").replace("/", "~1");
  }
}
