/** Pages with nothing that runs; but for pictures they are complete in themselves. */
package org.bilan.page;
