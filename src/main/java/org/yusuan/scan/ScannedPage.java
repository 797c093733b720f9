package org.yusuan.scan;

import org.yusuan.page.Page;
import org.yusuan.page.PageTransform;

/**
 * A page read from an image.
 *
 * @param page its words and rulings, on the straightened page
 * @param transform how that lies on the page as displayed
 */
public record ScannedPage(Page page, PageTransform transform) {}
