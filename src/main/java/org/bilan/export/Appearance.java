package org.bilan.export;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a claim was published.
 *
 * @param url absent where the dossier has none
 * @param source who says so: its name, or its id
 * @param person whether that is a person, and no organisation
 * @param at the first moment at which it can have been published; absent when unknown
 */
record Appearance(Optional<String> url, String source, boolean person, Optional<Instant> at) {}
