package org.yusuan.text;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Matches patterns that people write against texts that documents hold: nested repetitions would
 * try a text in more ways than there is time for. A pattern that looks at a text too often does not
 * match it, and the log says so.
 */
public final class BoundedMatch {

  private static final Logger LOG = LoggerFactory.getLogger(BoundedMatch.class);

  /** Shipped patterns look at a character of a title some tens of times. A guess. */
  private static final int MAX_LOOKS = 200_000;

  private BoundedMatch() {}

  /** Thrown out of the matching; costs no stack trace. */
  private static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExceededException() {
      super(null, null, false, false);
    }
  }

  /** A text of which only a limited number of characters may be looked at. */
  private static final class Text implements CharSequence {
    private final CharSequence text;
    private int looks;

    Text(CharSequence text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++looks > MAX_LOOKS) {
        throw new ExceededException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  /**
   * Whether a condition holds for the matcher of a pattern on a text; false if that takes too many
   * looks.
   *
   * @param question asks the matcher, once or several times
   */
  public static boolean holds(Pattern pattern, CharSequence text, Predicate<Matcher> question) {
    try {
      return question.test(pattern.matcher(new Text(text)));
    } catch (ExceededException | StackOverflowError e) {
      LOG.warn("a pattern takes too long on a text and is passed over: {}", pattern);
      return false;
    }
  }
}
