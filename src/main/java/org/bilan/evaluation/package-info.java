/**
 * How machine and people agree, in numbers. Pure functions: nothing is read or written, and the
 * same input gives the same output on every machine, to the bit. What cannot be said of the given
 * cases is absent, never zero. Knows no framework.
 */
package org.bilan.evaluation;
