/** The REST door. Every error it gives is {@code application/problem+json} (RFC 9457). */
package org.bilan.rest;
