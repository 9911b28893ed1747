/**
 * What is done with pictures: their files are examined and kept, and their appearances remembered,
 * so that one that comes again is known.
 */
package org.bilan.pictures;
