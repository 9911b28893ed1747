package org.bilan.dossier;

/** What a belligerent is known or said to have done. */
public enum ActionKind implements Word {
  AIR_STRIKE,
  DRONE_STRIKE,
  ARTILLERY,
  ROCKET_FIRE,
  GROUND_ATTACK,
  EXPLOSIVE_DEVICE,
  OTHER
}
