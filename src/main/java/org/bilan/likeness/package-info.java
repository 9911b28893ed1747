/** What a picture looks like, and which pictures seen before look the same. Knows java.* only. */
package org.bilan.likeness;
