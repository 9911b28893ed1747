package org.bilan.assess;

import org.bilan.archive.Receipt;

/** A dossier that was judged and kept. */
public record Kept(Receipt receipt, Rendered assessment) {}
