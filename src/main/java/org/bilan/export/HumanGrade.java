package org.bilan.export;

import java.time.Instant;
import org.bilan.assessment.Grade;

/**
 * A person's grade for a claim, which stands above the machine's.
 *
 * @param by the login of who gave it
 */
public record HumanGrade(Grade grade, String by, String reason, Instant at) {}
