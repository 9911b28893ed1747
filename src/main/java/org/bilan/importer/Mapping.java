package org.bilan.importer;

import java.util.Map;
import java.util.Optional;

/** stub */
public record Mapping(Optional<Character> separator, Map<String, String> columns) {}
