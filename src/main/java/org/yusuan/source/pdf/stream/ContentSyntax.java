package org.yusuan.source.pdf.stream;

import org.jspecify.annotations.Nullable;

/**
 * Looks through the bytes of a content stream for what no program writes (PDF 1.7, 7.2): PDFBox
 * passes over a damaged string, and what follows it, without reporting it.
 */
public final class ContentSyntax {

  private static final String UNENDED = "its content has a string that does not end";
  private static final String DAMAGED = "its content has a damaged string";
  private static final String NONE = "its content has something in it that is none";

  /** What may follow the backslash of a string (PDF 1.7, 7.3.4.2). */
  private static final String ESCAPED = "nrtbf()\\\\\n\r01234567";

  private final byte[] bytes;
  private int at;

  /** Whether octal numbers are written with three digits though fewer would do. */
  private boolean padsOctals;

  private boolean hasShortOctal;
  private @Nullable String fault;

  private ContentSyntax(byte[] bytes) {
    this.bytes = bytes;
  }

  /** What is wrong with content, as part of a sentence; null if nothing is. */
  public static @Nullable String fault(byte[] content) {
    ContentSyntax syntax = new ContentSyntax(content);
    while (syntax.at < content.length && syntax.fault == null) {
      syntax.token();
    }
    if (syntax.fault == null && syntax.padsOctals && syntax.hasShortOctal) {
      return DAMAGED;
    }
    return syntax.fault;
  }

  private void token() {
    int c = bytes[at++];
    switch (c) {
      case '(' -> string();
      case '<' -> hexadecimal();
      case '/' -> name();
      case '%' -> comment();
      case 'I' -> inlineImage();
      default -> {
        if (c < 0 || c == 0x7f || c < ' ' && !isSpace(c)) {
          fault = NONE;
        }
      }
    }
  }

  private void string() {
    int depth = 1;
    while (at < bytes.length) {
      switch (bytes[at++]) {
        case '\\' -> escape();
        case '(' -> depth++;
        case ')' -> {
          if (--depth == 0) {
            return;
          }
        }
        default -> {
          // Any byte may stand in a string.
        }
      }
    }
    fault = UNENDED;
  }

  private void escape() {
    if (at >= bytes.length) {
      return;
    }
    if (ESCAPED.indexOf(bytes[at]) < 0) {
      fault = DAMAGED;
    }
    int digits = 0;
    while (digits < 3 && at + digits < bytes.length && isOctal(bytes[at + digits])) {
      digits++;
    }
    boolean shorter = digits > 0 && digits < 3;
    hasShortOctal |= shorter;
    padsOctals |=
        digits == 3 && bytes[at] == '0' && at + 3 < bytes.length && !isOctal(bytes[at + 3]);
    at += Math.max(1, digits);
  }

  private static boolean isOctal(int c) {
    return c >= '0' && c <= '7';
  }

  private void hexadecimal() {
    if (at < bytes.length && bytes[at] == '<') {
      at++; // a dictionary
      return;
    }
    while (at < bytes.length) {
      int c = bytes[at++];
      if (c == '>') {
        return;
      }
      if (!isSpace(c) && Character.digit(c, 16) < 0) {
        fault = DAMAGED;
        return;
      }
    }
    fault = UNENDED;
  }

  private void name() {
    while (at < bytes.length && !isSpace(bytes[at]) && "()<>[]{}/%".indexOf(bytes[at]) < 0) {
      at++;
    }
  }

  private void comment() {
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
  }

  /** Passes over the data of an image: it stands between two operators of its own. */
  private void inlineImage() {
    boolean begins =
        at < bytes.length
            && bytes[at] == 'D'
            && (at < 2 || isSpace(bytes[at - 2]) || bytes[at - 2] == '>')
            && at + 1 < bytes.length
            && isSpace(bytes[at + 1]);
    if (!begins) {
      return;
    }
    for (at += 2; at + 2 < bytes.length; at++) {
      boolean ends =
          isSpace(bytes[at])
              && bytes[at + 1] == 'E'
              && bytes[at + 2] == 'I'
              && (at + 3 == bytes.length || isSpace(bytes[at + 3]));
      if (ends) {
        at += 3;
        return;
      }
    }
    at = bytes.length;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
  }
}
