/** Disclosures as JSON, as facts, and as files: CSV, XLSX, Parquet, Fiscal Data Package. */
@NullMarked
package org.yusuan.export;

import org.jspecify.annotations.NullMarked;
