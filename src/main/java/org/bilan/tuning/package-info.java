/**
 * How rules are changed: drafts are checked, their impact is shown, somebody else approves, and
 * they are put in force or an earlier one is.
 */
package org.bilan.tuning;
