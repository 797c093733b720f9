package org.yusuan.batch;

import org.yusuan.export.DisclosureJson;
import org.yusuan.model.Disclosure;

/** What is written of a document. */
@FunctionalInterface
public interface OutputForm {

  /**
   * The bytes of a file.
   *
   * @throws IllegalStateException if the disclosure does not fit the schema
   */
  byte[] write(Disclosure disclosure);

  /** JSON on many lines. */
  static OutputForm json() {
    DisclosureJson json = new DisclosureJson();
    return disclosure -> json.write(disclosure, true);
  }
}
