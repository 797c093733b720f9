package org.yusuan.source.pdf;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** Values of form fields that the file leaves to its reader to draw (PDF 1.7, 12.7.2). */
final class FormValue {

  /** Fields are parts of others at most this many levels deep. A guess. */
  private static final int MAX_DEPTH = 64;

  private FormValue() {}

  /** Draws the values of all fields, if the file asks for it. */
  static void draw(PDDocument document) {
    COSBase form =
        document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.ACRO_FORM);
    if (form instanceof COSDictionary fields
        && fields.getBoolean(COSName.NEED_APPEARANCES, false)
        && fields.getDictionaryObject(COSName.FIELDS) instanceof COSArray all
        && isTree(all, Collections.newSetFromMap(new IdentityHashMap<>()), 0)) {
      try {
        document.getDocumentCatalog().getAcroForm();
      } catch (RuntimeException e) {
        // A value that is not drawn is reported with its page.
      }
    }
  }

  /** Whether no field is part of itself: PDFBox would look for its value without an end. */
  private static boolean isTree(COSArray fields, Set<COSDictionary> seen, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (fields.getObject(i) instanceof COSDictionary field) {
        int height = 0;
        COSDictionary parent = field;
        while (parent.getDictionaryObject(COSName.PARENT) instanceof COSDictionary next) {
          parent = next;
          if (++height > MAX_DEPTH) {
            return false;
          }
        }
        if (!seen.add(field)
            || field.getDictionaryObject(COSName.KIDS) instanceof COSArray kids
                && !isTree(kids, seen, depth + 1)) {
          return false;
        }
      }
    }
    return true;
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
