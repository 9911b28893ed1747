package org.bilan.importer;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How an archive is to be read.
 *
 * @param format {@link Format#AUTO} to be told by its content
 * @param mapping explains tables that are of no known form
 * @param charset of what has no byte order mark; where absent UTF-8, and windows-1252 for lines of
 *     tables that are none
 */
public record Reading(Format format, Optional<Mapping> mapping, Optional<Charset> charset) {

  /** As its content tells. */
  public static final Reading AS_FOUND =
      new Reading(Format.AUTO, Optional.empty(), Optional.empty());
}
