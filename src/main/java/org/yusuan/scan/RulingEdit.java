package org.yusuan.scan;

import java.util.List;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Ruling;

/** Edits that a person made to the rulings of a page, which its picture does not show well. */
public interface RulingEdit {

  /** Leaves the rulings as they were found. */
  RulingEdit NONE = (found, transform) -> found;

  /**
   * The rulings to read by.
   *
   * @param found those that were found, in points of the straightened page
   * @param transform how that page lies on the page as displayed
   */
  List<Ruling> rulings(List<Ruling> found, PageTransform transform);
}
