/** The pictures of an incident for the eye: what is said, established and remembered of each. */
package org.bilan.gallery;
