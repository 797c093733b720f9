package org.yusuan.scan;

/**
 * Where a line of text stands, in pixels of the straightened picture; right and bottom exclusive.
 *
 * @param inCell whether it stands inside a ruled cell
 */
record TextLine(int left, int top, int right, int bottom, boolean inCell) {
  int height() {
    return bottom - top;
  }

  int width() {
    return right - left;
  }
}
