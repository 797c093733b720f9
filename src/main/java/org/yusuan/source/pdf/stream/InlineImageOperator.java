package org.yusuan.source.pdf.stream;

import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/** Shows an image that stands in the content stream itself, without decoding it. */
public final class InlineImageOperator extends OperatorProcessor {

  /** Is called for each image that is shown. */
  public interface Shown {
    /**
     * An image is painted.
     *
     * @param whole whether nothing is seen through it
     * @param pixels how many it unpacks to
     */
    void image(boolean whole, long pixels);
  }

  private final Shown shown;

  public InlineImageOperator(Shown shown) {
    this.shown = shown;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) {
    COSDictionary parameters = operator.getImageParameters();
    byte[] data = operator.getImageData();
    if (parameters != null && data != null && data.length > 0) {
      long width = parameters.getLong(COSName.W, parameters.getLong(COSName.WIDTH));
      long height = parameters.getLong(COSName.H, parameters.getLong(COSName.HEIGHT));
      shown.image(
          !parameters.getBoolean(COSName.IM, COSName.IMAGE_MASK, false),
          Math.max(0, width) * Math.max(0, height));
    }
  }

  @Override
  public String getName() {
    return OperatorName.BEGIN_INLINE_IMAGE;
  }
}
