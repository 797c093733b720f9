/**
 * Batches on an Apache Spark cluster: many documents of any file system in, the tables of the
 * database as Parquet out.
 */
@NullMarked
package org.yusuan.spark;

import org.jspecify.annotations.NullMarked;
