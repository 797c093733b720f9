package org.yusuan.scan.ocr;

import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows tess4j the native libraries of Tesseract and Leptonica that bytedeco publishes. They are
 * unpacked side by side, where each finds the other by its run path, and the directory is put in
 * front of {@code jna.library.path} before tess4j loads. So tess4j works on every platform that
 * bytedeco builds for, with nothing installed; on Windows its own copy of the library is passed
 * over by a file of the name that it looks for.
 */
public final class TesseractNatives {
  private static final String JNA_PATH = "jna.library.path";

  /** Version of the natives: the cache keeps each version apart. */
  private static final String VERSION = "tesseract-5.5.3-leptonica-1.87.0";

  /** The name that tess4j 5.20 asks for on Windows. */
  private static final String WINDOWS_NAME = "libtesseract553.dll";

  private TesseractNatives() {}

  /**
   * Unpacks the libraries once for this process and lets JNA find them.
   *
   * @throws ScanException if there is none for this platform
   */
  public static synchronized void show(ModelCache cache) {
    String platform = platform();
    Map<String, String> files = files(platform);
    List<String> missing = cache.missing(List.copyOf(files.keySet()));
    if (!missing.isEmpty()) {
      throw new ScanException(
          "no native library of Tesseract for "
              + platform
              + " ("
              + missing.get(0)
              + "): scanned pages cannot be read here; documents with a text layer can");
    }
    Path directory = cache.natives(VERSION + "-" + platform, files);
    String before = System.getProperty(JNA_PATH, "");
    if (!before.startsWith(directory.toString())) {
      System.setProperty(
          JNA_PATH,
          before.isEmpty()
              ? directory.toString()
              : directory + System.getProperty("path.separator") + before);
    }
  }

  private static String platform() {
    String system =
        Platform.isWindows()
            ? "windows"
            : Platform.isMac() ? "macosx" : Platform.isLinux() ? "linux" : "unknown";
    String machine =
        Platform.isARM() && Platform.is64Bit()
            ? "arm64"
            : Platform.isIntel() && Platform.is64Bit() ? "x86_64" : Platform.ARCH;
    return system + "-" + machine;
  }

  private static Map<String, String> files(String platform) {
    String tesseract = "org/bytedeco/tesseract/" + platform + "/";
    String leptonica = "org/bytedeco/leptonica/" + platform + "/";
    Map<String, String> files = new LinkedHashMap<>();
    if (platform.startsWith("windows")) {
      for (String name :
          List.of(
              "libwinpthread-1.dll",
              "libgcc_s_seh-1.dll",
              "libstdc++-6.dll",
              "libgomp-1.dll",
              "libleptonica-6.dll")) {
        files.put(leptonica + name, name);
      }
      files.put(tesseract + "libtesseract55.dll", WINDOWS_NAME);
    } else if (platform.startsWith("macosx")) {
      files.put(leptonica + "libleptonica.6.dylib", "libleptonica.6.dylib");
      files.put(tesseract + "libtesseract.5.5.dylib", "libtesseract.dylib");
    } else {
      files.put(leptonica + "libleptonica.so.6", "libleptonica.so.6");
      files.put(tesseract + "libtesseract.so.5.5", "libtesseract.so");
    }
    return files;
  }
}
