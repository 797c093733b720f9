package org.yusuan.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ErrorMessageTest {

  /** A class whose making ready ends for want of memory. */
  private static final class NeedsTooMuch {
    static final int SIZE = tooLarge();

    private static int tooLarge() {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  /** A class whose making ready ends for another reason. */
  private static final class NeedsALibrary {
    static final int SIZE = missing();

    private static int missing() {
      throw new UnsatisfiedLinkError("no such library");
    }
  }

  @Test
  void lackOfMemoryIsToldOnceAClassCouldNotBeMadeReadyForIt() {
    assertThrows(OutOfMemoryError.class, () -> size(true));
    NoClassDefFoundError again = assertThrows(NoClassDefFoundError.class, () -> size(true));
    assertTrue(ErrorMessage.isOutOfMemory(again));
    assertEquals("it needs more memory than there is", ErrorMessage.of(again));
  }

  @Test
  void aClassThatLacksALibraryIsNoLackOfMemory() {
    assertThrows(UnsatisfiedLinkError.class, () -> size(false));
    NoClassDefFoundError again = assertThrows(NoClassDefFoundError.class, () -> size(false));
    assertFalse(ErrorMessage.isOutOfMemory(again));
  }

  @Test
  void lackOfMemoryIsToldOfWhatItCaused() {
    assertTrue(ErrorMessage.isOutOfMemory(new IOException("closed", new OutOfMemoryError())));
    assertFalse(ErrorMessage.isOutOfMemory(new IOException("closed")));
  }

  private static int size(boolean memory) {
    return memory ? NeedsTooMuch.SIZE : NeedsALibrary.SIZE;
  }
}
