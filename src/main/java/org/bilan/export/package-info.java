/**
 * Claims as the field's own tools read them: CSV, Parquet, GeoJSON and schema.org ClaimReview, a
 * row or an entry for each claim that was judged. Each names the revision of the rules that judged
 * it and the moment up to which its reports are counted ("as of"); a person's grade stands above
 * the machine's, and is shown beside it. Knows no framework.
 *
 * <p>Whoever fills an export redacts first: what is given here is written.
 *
 * <p>Parquet is written by Carpet over parquet-java: 32 MB of jars as it comes, 11 MB (10.8, {@code
 * ls -l} of what {@code dependency:build-classpath} lists) without Hadoop and the codecs that it
 * brings, none of which is needed to write pages compressed by the JDK's gzip. That is less than a
 * writer of our own would have to be worth: the format's statistics, levels and encodings are its
 * authors' to maintain.
 */
package org.bilan.export;
