package org.yusuan.page;

import java.awt.image.BufferedImage;

/**
 * The picture of a page as displayed.
 *
 * @param image its pixels
 * @param width width of the page in points
 * @param height height of the page in points
 */
public record Picture(BufferedImage image, double width, double height) {}
