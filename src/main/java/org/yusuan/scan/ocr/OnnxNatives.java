package org.yusuan.scan.ocr;

import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows ONNX Runtime its native libraries. Left alone, it unpacks them at each start to a new
 * directory of temporary files, and that directory stays behind, empty (1.23.2).
 */
final class OnnxNatives {
  /** Where ONNX Runtime looks before it unpacks; read once, when its classes are made. */
  private static final String PATH = "onnxruntime.native.path";

  /** Version of the natives: the cache keeps each version apart. */
  private static final String VERSION = "onnxruntime-1.23.2";

  private OnnxNatives() {}

  /**
   * Unpacks the libraries once for this user and lets ONNX Runtime find them. A place that the user
   * named is left alone. So is a platform without libraries: ONNX Runtime says so itself.
   *
   * @throws ScanException if they cannot be unpacked
   */
  static synchronized void show(ModelCache cache) {
    String platform = platform();
    Map<String, String> files = files(platform);
    if (System.getProperty(PATH) == null && cache.missing(List.copyOf(files.keySet())).isEmpty()) {
      Path directory = cache.natives(VERSION + "-" + platform, files);
      System.setProperty(PATH, directory.toAbsolutePath().toString());
    }
  }

  private static String platform() {
    String system = Platform.isWindows() ? "win" : Platform.isMac() ? "osx" : "linux";
    return system + "-" + (Platform.isARM() ? "aarch64" : "x64");
  }

  private static Map<String, String> files(String platform) {
    Map<String, String> files = new LinkedHashMap<>();
    for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
      String name = System.mapLibraryName(library);
      files.put("ai/onnxruntime/native/" + platform + "/" + name, name);
    }
    return files;
  }
}
