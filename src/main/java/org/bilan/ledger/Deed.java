package org.bilan.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was done to what.
 *
 * @param object what it was done to: a kind and an id ({@code dossier:ml-2024-03-17-amasrakad})
 * @param details more of it: hashes, versions, revisions. Never a secret, nor what a dossier says
 */
public record Deed(Action action, String object, Map<String, String> details) {

  public Deed {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }

  public static Deed of(Action action, String kind, String id, Map<String, String> details) {
    return new Deed(action, kind + ":" + id, details);
  }
}
