package org.yusuan.source.pdf.stream;

/** Limits the work of reading one page. Used by the thread that reads the page. */
public final class PageBudget {

  // "Seen" is the most that any page of 88 published documents has; the bounds are guesses, far
  // enough above it to cut no page and low enough to be reached in seconds.

  /**
   * Operators that a page may have, those of the forms it shows included, as often as it shows
   * them: forms that show forms that show forms have no end. 48,000 seen.
   */
  private static final int MAX_OPERATORS = 2_000_000;

  /** Characters and pictures. More is not a page of text but an attack or a map. 11,052 seen. */
  private static final int MAX_ITEMS = 100_000;

  /** Lines; what is done with them is quadratic. 1,881 seen. */
  private static final int MAX_LINES = 8_000;

  /** Forms, as often as they are shown: logos, seals, and what office programs embed. 1 seen. */
  private static final int MAX_FORMS = 5_000;

  /** Bytes that the content of one page, or one form, may decode to. 0.5 MB seen. */
  public static final int CONTENT_BYTES = 48 << 20;

  /** Bytes that a font or one of its maps may decode to. 0.9 MB seen; whole Chinese fonts more. */
  public static final int FONT_BYTES = 64 << 20;

  /** Pixels of all pictures, as often as they are drawn: an A3 page at 1,200 dpi has 278 M. */
  private static final long MAX_PIXELS = 600_000_000;

  private long pixels;
  private int operators;
  private int items;
  private int lines;
  private int forms;

  /** An operator is carried out. */
  public void operator() {
    if (++operators > MAX_OPERATORS) {
      throw new ExceededException("has more than " + MAX_OPERATORS + " operators");
    }
    requireTime();
  }

  /** A line is drawn. */
  public void line() {
    if (++lines > MAX_LINES) {
      throw new ExceededException("draws more than " + MAX_LINES + " lines");
    }
  }

  /** A form is shown. */
  public void form() {
    if (++forms > MAX_FORMS) {
      throw new ExceededException("shows more than " + MAX_FORMS + " forms");
    }
    requireTime();
  }

  /** A character or picture is drawn. */
  public void item() {
    if (++items > MAX_ITEMS) {
      throw new ExceededException("draws more than " + MAX_ITEMS + " items");
    }
    requireTime();
  }

  /** A picture is drawn. */
  public void pixels(long count) {
    pixels += Math.max(0, count);
    if (pixels > MAX_PIXELS) {
      throw new ExceededException("draws pictures of more than " + MAX_PIXELS + " pixels");
    }
  }

  /** Ends the reading if the thread was interrupted, as it is when its time is over. */
  private static void requireTime() {
    if (Thread.currentThread().isInterrupted()) {
      throw new ExceededException("takes too long");
    }
  }

  /** Ends the reading of a page that costs too much. The message is part of a sentence. */
  public static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExceededException(String message) {
      super(message);
    }
  }
}
