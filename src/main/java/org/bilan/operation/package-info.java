/**
 * What operators see of the running service: metrics and traces. It knows of nothing else of
 * Bilan's, so that whoever wants to be seen may use it.
 */
package org.bilan.operation;
