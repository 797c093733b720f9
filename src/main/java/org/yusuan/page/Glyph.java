package org.yusuan.page;

import org.yusuan.model.table.Box;

/**
 * One character as it stands on the page.
 *
 * @param text the character, or the few that one glyph stands for (a ligature)
 * @param box advance width by font height, in points from the top left
 */
public record Glyph(String text, Box box) {}
