/**
 * Examination of picture files: what a file is, what it says of itself, and how it looks. Knows no
 * framework.
 *
 * <p>Files come from strangers. All of a file is read, parsed and decoded in a JVM of its own with
 * little memory and no secrets, which is ended when it takes too long; limits are checked by the
 * file's headers, before anything is decoded. What files say of themselves is told, not believed:
 * anybody can write metadata, and most platforms remove it.
 *
 * <p>Read by libraries: metadata by metadata-extractor and Adobe's xmpcore; pixels by the JDK
 * (JPEG, PNG, GIF) and TwelveMonkeys (WebP, TIFF, JPEG for print). Of HEIC and AVIF the pixels are
 * not read: decoders for Java need either native code by way of Java 22, or a licence that makes
 * whoever uses them answer for patents. The walk through a file's parts is ours, since it is what
 * bounds the others.
 */
package org.bilan.examination;
