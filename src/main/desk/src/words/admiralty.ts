import {bilingual} from "./words";

/** What the Admiralty code calls the reliability of a source; as the methodology has it. */
export const reliability = bilingual(
  {
    A: "completely reliable",
    B: "usually reliable",
    C: "fairly reliable",
    D: "not usually reliable",
    E: "unreliable",
    F: "reliability cannot be judged",
  },
  {
    A: "tout à fait fiable",
    B: "d’ordinaire fiable",
    C: "assez fiable",
    D: "d’ordinaire peu fiable",
    E: "non fiable",
    F: "fiabilité impossible à juger",
  },
);
