package org.bilan.dossier;

/** How exactly a place is known, finest first. */
public enum Precision implements Word {
  EXACT,
  STREET,
  NEIGHBOURHOOD,
  VILLAGE,
  TOWN,
  DISTRICT,
  PROVINCE,
  COUNTRY
}
