/**
 * Examination of picture files: what a file is, what it says of itself, and how it looks. Knows no
 * framework.
 *
 * <p>Files come from strangers. All of a file is read, parsed and decoded in a JVM of its own with
 * little memory and no secrets, which is ended when it takes too long; limits are checked by the
 * file's headers, before anything is decoded. What files say of themselves is told, not believed:
 * anybody can write metadata, and most platforms remove it.
 */
package org.bilan.examination;
