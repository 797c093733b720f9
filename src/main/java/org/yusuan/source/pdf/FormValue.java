package org.yusuan.source.pdf;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** Values of form fields that the file leaves to its reader to draw (PDF 1.7, 12.7.2). */
final class FormValue {

  private FormValue() {}

  /** Draws the values of all fields, if the file asks for it. */
  static void draw(PDDocument document) {
    COSBase form =
        document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.ACRO_FORM);
    if (form instanceof COSDictionary fields
        && fields.getBoolean(COSName.NEED_APPEARANCES, false)) {
      try {
        document.getDocumentCatalog().getAcroForm();
      } catch (RuntimeException e) {
        // A value that is not drawn is reported with its page.
      }
    }
  }

  /** Whether a field or a note holds a text. */
  static boolean isFilled(PDAnnotation annotation) {
    COSDictionary field = annotation.getCOSObject();
    COSBase value = field.getDictionaryObject(COSName.V);
    if (value == null
        && field.getDictionaryObject(COSName.PARENT) instanceof COSDictionary parent) {
      value = parent.getDictionaryObject(COSName.V);
    }
    if (value == null) {
      value = field.getDictionaryObject(COSName.CONTENTS);
    }
    return value instanceof COSString text && !text.getString().isBlank();
  }
}
