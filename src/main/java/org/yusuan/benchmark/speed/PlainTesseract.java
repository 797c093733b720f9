package org.yusuan.benchmark.speed;

import com.sun.jna.Pointer;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessOcrEngineMode;
import net.sourceforge.tess4j.ITessAPI.TessPageSegMode;
import net.sourceforge.tess4j.TessAPI1;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.ocr.ModelCache;
import org.yusuan.scan.ocr.ScanException;
import org.yusuan.scan.ocr.TesseractNatives;

/**
 * Tesseract on whole pages, as its command runs by default with the Chinese model: a baseline to
 * compare with. One instance belongs to one thread.
 */
public final class PlainTesseract implements AutoCloseable {
  private final TessBaseAPI handle;

  private PlainTesseract(TessBaseAPI handle) {
    this.handle = handle;
  }

  /**
   * Starts the engine.
   *
   * @throws ScanException if its model or native library is missing
   */
  public static PlainTesseract open() {
    ModelCache cache = ModelCache.ofUser();
    Path models = cache.models(List.of("chi_sim.traineddata"));
    TesseractNatives.show(cache);
    TessBaseAPI handle = TessAPI1.TessBaseAPICreate();
    if (TessAPI1.TessBaseAPIInit2(
            handle, models.toString(), "chi_sim", TessOcrEngineMode.OEM_LSTM_ONLY)
        != 0) {
      TessAPI1.TessBaseAPIDelete(handle);
      throw new ScanException("Tesseract cannot use its model chi_sim");
    }
    TessAPI1.TessBaseAPISetPageSegMode(handle, TessPageSegMode.PSM_AUTO);
    return new PlainTesseract(handle);
  }

  /** The text of a page. */
  public String readPage(BufferedImage image, int dpi) {
    GrayImage gray = GrayImage.of(image);
    ByteBuffer pixels = ByteBuffer.allocateDirect(gray.pixels.length);
    pixels.put(gray.pixels).flip();
    TessAPI1.TessBaseAPISetImage(handle, pixels, gray.width, gray.height, 1, gray.width);
    TessAPI1.TessBaseAPISetSourceResolution(handle, dpi);
    Pointer utf8 = TessAPI1.TessBaseAPIGetUTF8Text(handle);
    if (utf8 == null) {
      return "";
    }
    String text = utf8.getString(0, StandardCharsets.UTF_8.name());
    TessAPI1.TessDeleteText(utf8);
    return text;
  }

  @Override
  public void close() {
    TessAPI1.TessBaseAPIEnd(handle);
    TessAPI1.TessBaseAPIDelete(handle);
  }
}
