package org.bilan.assessment;

import java.util.List;

/**
 * Reports that go back to one act of knowing.
 *
 * @param reports ids of the reports that carry the claim
 * @param because the kinds of links that join them: {@code same-source}, {@code same-owner}, {@code
 *     same-voice}, {@code state-media}, {@code cites}, {@code relays}, {@code near-copy}, {@code
 *     common-source}, {@code rewrite}, {@code same-quote}, {@code shared-errors}, {@code quotes},
 *     {@code unattributed}, {@code withdrawn}, {@code published-before-the-incident}; empty when it
 *     is one report that names its ground
 */
public record Origin(List<String> reports, List<String> because) {}
