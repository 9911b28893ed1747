package org.bilan.access;

/** Nobody can be let in just now, since the database that knows them is away. */
public final class CannotAsk extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotAsk() {
    super("The archive cannot be reached", null, false, false);
  }
}
