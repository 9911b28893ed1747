/**
 * How sources have fared in an archive that people have graded, and which of them likely copy: as
 * of a moment, so that nothing of a later time is in it. Pure functions: nothing is read or
 * written. Knows no framework.
 */
package org.bilan.records;
