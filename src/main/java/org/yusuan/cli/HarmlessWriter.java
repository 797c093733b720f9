package org.yusuan.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Puts a mark in the place of characters that a terminal would carry out instead of showing them:
 * what is printed of documents, and of messages about them, was written by others.
 */
final class HarmlessWriter extends FilterWriter {

  private static final char MARK = '\uFFFD';

  private HarmlessWriter(Writer out) {
    super(out);
  }

  /** A writer to the same place that is flushed after each line. */
  static PrintWriter around(Writer out) {
    return new PrintWriter(new HarmlessWriter(out), true);
  }

  private static char harmless(char c) {
    boolean layout = c == '\n' || c == '\r' || c == '\t';
    return Character.isISOControl(c) && !layout ? MARK : c;
  }

  @Override
  public void write(int c) throws IOException {
    out.write(harmless((char) c));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length), 0, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    StringBuilder shown = new StringBuilder(length);
    for (int i = offset; i < offset + length; i++) {
      shown.append(harmless(text.charAt(i)));
    }
    out.write(shown.toString());
  }
}
