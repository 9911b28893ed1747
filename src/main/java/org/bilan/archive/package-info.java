/**
 * PostgreSQL: dossiers as they were sent, and every assessment made of them. The only importer of
 * persistence; its rows never leave the package.
 */
package org.bilan.archive;
