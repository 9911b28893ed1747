/** Many pieces of work on all cores, in bounded memory, whose results keep their order. */
package org.bilan.batch;
