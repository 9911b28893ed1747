/**
 * What those may see who have no right to know confidential sources: the same documents, with
 * stable pseudonyms in the place of whatever names such a source. Knows no framework, no user and
 * no right: whoever calls it knows who is asking.
 */
package org.bilan.confidential;
