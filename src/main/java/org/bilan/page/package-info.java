/** Pages that are complete in themselves, with nothing that runs or is fetched. */
package org.bilan.page;
