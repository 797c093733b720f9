package org.yusuan.scan.ocr;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where engines are unpacked: {@code yusuan} in the user's cache, or, where the user has no home
 * that can be written to, a folder for temporary files that is this user's alone. A folder there
 * that another user might have filled is not used: libraries are run from it.
 */
final class CacheDirectory {

  private static final Logger log = LoggerFactory.getLogger(CacheDirectory.class);

  private static final String NAME = "yusuan";
  private static final String OWNER_ONLY = "rwx------";

  private CacheDirectory() {}

  /**
   * The first of the two folders that can be used; it is there afterwards, if any can be made.
   *
   * @param caches the folder of the user's caches
   * @param temporary the folder of temporary files
   * @param user name of the user
   */
  static Path of(Path caches, Path temporary, String user) {
    Path preferred = caches.resolve(NAME);
    try {
      Files.createDirectories(preferred);
      if (Files.isWritable(preferred)) {
        return preferred;
      }
    } catch (IOException | SecurityException e) {
      log.debug("no cache in {}: {}", preferred, e.toString());
    }
    try {
      Path chosen = ofThisUser(temporary, user);
      log.warn(
          "{} cannot be written to: engines are unpacked to {} (XDG_CACHE_HOME names another place)",
          preferred,
          chosen);
      return chosen;
    } catch (IOException | SecurityException e) {
      log.debug("no cache in {}: {}", temporary, e.toString());
      // Unpacking will report what is wrong with the folder.
      return preferred;
    }
  }

  private static Path ofThisUser(Path temporary, String user) throws IOException {
    Path shared = temporary.resolve(NAME + "-" + user);
    boolean posix = temporary.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!posix) {
      // On Windows each user has an own folder of temporary files, so that no rights need to be
      // set.
      return Files.createDirectories(shared);
    }
    if (!Files.exists(shared, LinkOption.NOFOLLOW_LINKS)) {
      try {
        return Files.createDirectory(
            shared,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      } catch (FileAlreadyExistsException e) {
        log.debug("another process made {}", shared);
      }
    }
    PosixFileAttributes found =
        Files.readAttributes(shared, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return found.isDirectory()
            && found.owner().getName().equals(user)
            && PosixFilePermissions.toString(found.permissions()).equals(OWNER_ONLY)
        ? shared
        : Files.createTempDirectory(temporary, NAME);
  }
}
