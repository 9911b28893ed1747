package org.bilan.pictures;

import java.util.SortedMap;
import java.util.TreeMap;
import org.bilan.examination.RefusedFile;

/** Of several files some were refused, so none was kept. */
public final class RefusedFiles extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient SortedMap<Integer, RefusedFile> refused;

  RefusedFiles(SortedMap<Integer, RefusedFile> refused) {
    super(refused.size() + " refused");
    this.refused = new TreeMap<>(refused);
  }

  /** Why, by the places of the files, from 0. */
  public SortedMap<Integer, RefusedFile> refused() {
    return refused;
  }
}
