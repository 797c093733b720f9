package org.yusuan.scan.image;

/** A box in pixels of a picture; right and bottom exclusive. */
public record PixelBox(int left, int top, int right, int bottom) {}
