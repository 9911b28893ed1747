/** The verbs: keep the ruleset in force, assess a dossier, store it, look up how it was judged. */
package org.bilan.assess;
