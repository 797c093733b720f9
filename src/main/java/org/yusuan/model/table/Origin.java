package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the text of a page or a cell came from. */
public enum Origin {
  /** The text layer of the document. */
  @JsonProperty("text")
  TEXT,

  /** Recognized on an image of the page. */
  @JsonProperty("ocr")
  OCR
}
