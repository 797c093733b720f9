/** Disclosures as facts and files: CSV, XLSX, Parquet, Fiscal Data Package. */
@NullMarked
package org.yusuan.export;

import org.jspecify.annotations.NullMarked;
