/** Who may enter, and what they may do: logins, tokens, sessions, and the slowing of guesses. */
package org.bilan.access;
