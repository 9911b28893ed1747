/**
 * Words in: immutable records of what was reported about one incident, and how they are read and
 * checked. The contract is {@code dossier.schema.json}. Imports {@code java.*} and the JSON library
 * only. An absent field is an empty {@link java.util.Optional}: unknown, never "no".
 */
package org.bilan.dossier;
