/** The REST door. Every error it gives is {@code application/problem+json} (RFC 9457). */
@OpenAPIDefinition(
    info = @Info(title = "Bilan", version = ""),
    components =
        @Components(schemas = @Schema(name = "Explanation", implementation = Explanation.class)))
package org.bilan.rest;

import org.bilan.explain.Explanation;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
