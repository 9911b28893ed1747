/**
 * Rescores the archive: reads it in chunks, judges on all cores, and writes what was judged, while
 * dossiers come and go and rules change. What is kept of a run is the archive's business ({@link
 * org.bilan.archive.Rescorings}); how it is asked for, that of the doors.
 */
package org.bilan.rescoring;
