package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.source.pdf.paint.Clip;
import org.yusuan.source.pdf.paint.PaintedGlyph;

/**
 * Adds strings to the text of a page as the clip shows them: a string of which any part is shown is
 * read whole, at the place of that part.
 */
public final class ClippedStrings {

  private final PageText text;
  private final Clip clip;

  /** Characters at the edge of the clip, before any other of their string is shown. */
  private final List<PaintedGlyph> cutAhead = new ArrayList<>();

  /** Whether a character of the string that is being painted is shown. */
  private boolean isShown;

  public ClippedStrings(PageText text, Clip clip) {
    this.text = text;
    this.clip = clip;
  }

  /** A string begins. */
  public void begin() {
    isShown = false;
    cutAhead.clear();
  }

  /** The part of a character that is shown, or its place at the edge; null if neither. */
  public @Nullable Box seen(Box glyph) {
    return clip.shows(glyph) ? glyph : clip.cutAtEdge(glyph, isShown);
  }

  /**
   * Adds a character of the string.
   *
   * @param invisible whether it is drawn in the mode that leaves no mark
   */
  public void add(PaintedGlyph glyph, boolean invisible) {
    isShown |= !glyph.isCut();
    cutAhead.add(glyph);
    if (isShown) {
      cutAhead.forEach(ahead -> text.add(ahead, invisible));
      cutAhead.clear();
    }
  }
}
