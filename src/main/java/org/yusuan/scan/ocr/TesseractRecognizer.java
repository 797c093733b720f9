package org.yusuan.scan.ocr;

import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI1;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;

/**
 * Tesseract's neural line recognizer, one handle of the library, through tess4j.
 *
 * <p>Its image input is brought to a common text height first: the model was trained on lines of 36
 * to 48 pixels.
 */
public final class TesseractRecognizer implements Recognizer {
  /** All characters that a printed figure is made of. */
  public static final String FIGURES = "0123456789.,-()%";

  /**
   * Resolution, in dots per inch, that Tesseract is told: it wants one, and as lines are scaled, it
   * has no meaning.
   */
  private static final int ASSUMED_DPI = 300;

  /** White paper around a line, in pixels; a guess. */
  private static final int MARGIN_PIXELS = 10;

  private final TessBaseAPI handle;
  private final int lineHeight;

  private TesseractRecognizer(TessBaseAPI handle, int lineHeight) {
    this.handle = handle;
    this.lineHeight = lineHeight;
  }

  /**
   * Starts an engine.
   *
   * @param language {@code eng} or {@code chi_sim}
   * @param whitelist the only characters to read; empty for all
   * @param lineHeight height in pixels to which each line is scaled
   * @throws ScanException if model or native library is missing
   */
  public static TesseractRecognizer open(
      ModelCache cache, String language, String whitelist, int lineHeight) {
    Path models = cache.models(List.of(language + ".traineddata"));
    TesseractNatives.show(cache);
    TessBaseAPI handle;
    try {
      handle = TessAPI1.TessBaseAPICreate();
    } catch (LinkageError e) {
      throw new ScanException("Tesseract's native library does not load: " + e.getMessage(), e);
    }
    int failed =
        TessAPI1.TessBaseAPIInit2(
            handle, models.toString(), language, TessOcrEngineMode.OEM_LSTM_ONLY);
    if (failed != 0) {
      TessAPI1.TessBaseAPIDelete(handle);
      throw new ScanException(
          "Tesseract cannot use its model " + models.resolve(language + ".traineddata"));
    }
    TessAPI1.TessBaseAPISetVariable(handle, "debug_file", nullDevice());
    if (!whitelist.isEmpty()) {
      TessAPI1.TessBaseAPISetVariable(handle, "tessedit_char_whitelist", whitelist);
    }
    TessAPI1.TessBaseAPISetPageSegMode(handle, TessPageSegMode.PSM_SINGLE_LINE);
    return new TesseractRecognizer(handle, lineHeight);
  }

  @Override
  public List<List<Reading>> readLines(List<GrayImage> lines) {
    List<List<Reading>> all = new ArrayList<>(lines.size());
    for (GrayImage line : lines) {
      all.add(readLine(line));
    }
    return all;
  }

  private List<Reading> readLine(GrayImage line) {
    if (line.height < 3 || line.width < 3) {
      return List.of();
    }
    double scale = (double) lineHeight / line.height;
    GrayImage scaled =
        line.resize(Math.max(3, (int) Math.round(line.width * scale)), lineHeight, true);
    GrayImage image = scaled.crop(0, 0, scaled.width, scaled.height, MARGIN_PIXELS);
    ByteBuffer pixels = ByteBuffer.allocateDirect(image.pixels.length);
    pixels.put(image.pixels).flip();
    TessAPI1.TessBaseAPISetImage(handle, pixels, image.width, image.height, 1, image.width);
    TessAPI1.TessBaseAPISetSourceResolution(handle, ASSUMED_DPI);
    Pointer utf8 = TessAPI1.TessBaseAPIGetUTF8Text(handle);
    if (utf8 == null) {
      return List.of();
    }
    String text = utf8.getString(0, StandardCharsets.UTF_8.name()).strip();
    TessAPI1.TessDeleteText(utf8);
    if (text.isEmpty()) {
      return List.of();
    }
    double confidence = TessAPI1.TessBaseAPIMeanTextConf(handle) / 100.0;
    return List.of(new Reading(text, Math.max(0, Math.min(1, confidence))));
  }

  private static String nullDevice() {
    return System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null";
  }

  @Override
  public void close() {
    TessAPI1.TessBaseAPIEnd(handle);
    TessAPI1.TessBaseAPIDelete(handle);
  }
}
