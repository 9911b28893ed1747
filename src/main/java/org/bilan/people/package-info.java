/** Words: who works with Bilan, and what they may do. Knows no framework. */
package org.bilan.people;
