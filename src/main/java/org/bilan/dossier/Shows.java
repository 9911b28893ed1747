package org.bilan.dossier;

/** What can be seen in a picture. A picture supports only what it shows. */
public enum Shows implements Word {
  VICTIMS,
  INJURED,
  BURIAL,
  DAMAGE,
  STRIKE,
  WEAPONS,
  CAPTURED_MATERIEL,
  COMBATANTS,
  CIVILIANS,
  OTHER
}
