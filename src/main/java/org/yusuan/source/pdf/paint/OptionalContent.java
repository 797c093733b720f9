package org.yusuan.source.pdf.paint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup.RenderState;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.rendering.RenderDestination;
import org.jspecify.annotations.Nullable;

/**
 * Which layers of a document are shown when it is opened (PDF 1.7, 8.11). Follows a page's marked
 * content; one page at a time may use it.
 */
public final class OptionalContent {

  private static final COSName LAYER = COSName.getPDFName("OC");
  private static final Set<String> WANT_HIDDEN = Set.of("AnyOff", "AllOff");

  /** Content may be marked this many levels deep; what goes deeper is not followed. A guess. */
  private static final int MAX_DEPTH = 10_000;

  private final @Nullable PDOptionalContentProperties properties;
  private final Deque<Boolean> marked = new ArrayDeque<>();
  private int hidden;
  private boolean isUnknown;

  public OptionalContent(PDDocument document) {
    properties = document.getDocumentCatalog().getOCProperties();
  }

  /** Marked content begins. */
  public void begin(@Nullable COSName tag, @Nullable PDPropertyList layer) {
    isUnknown |= LAYER.equals(tag) && (properties == null || !isLayer(layer));
    boolean hides = LAYER.equals(tag) && isHidden(layer);
    if (marked.size() < MAX_DEPTH) {
      marked.push(hides);
      hidden += hides ? 1 : 0;
    }
  }

  /** Marked content ends. */
  public void end() {
    if (!marked.isEmpty() && marked.pop()) {
      hidden--;
    }
  }

  private static boolean isLayer(@Nullable PDPropertyList layer) {
    return layer instanceof PDOptionalContentGroup
        || layer instanceof PDOptionalContentMembershipDictionary;
  }

  /** Whether content belonged to a layer that the file does not have: nobody knows if it is off. */
  public boolean isUnknown() {
    return isUnknown;
  }

  /** How deep the content is marked now. */
  public int depth() {
    return marked.size();
  }

  /** Whether what is painted now belongs to a layer that is not shown. */
  public boolean isOff() {
    return hidden > 0;
  }

  /** Whether a layer is not shown; what belongs to none is. */
  public boolean isHidden(@Nullable PDPropertyList layer) {
    if (properties == null) {
      return false;
    }
    if (layer instanceof PDOptionalContentGroup group) {
      RenderState state = group.getRenderState(RenderDestination.VIEW);
      return state == null ? !properties.isGroupEnabled(group) : state == RenderState.OFF;
    }
    return layer instanceof PDOptionalContentMembershipDictionary several && isHidden(several);
  }

  private boolean isHidden(PDOptionalContentMembershipDictionary several) {
    List<PDPropertyList> groups = several.getOCGs();
    if (groups.isEmpty()) {
      return false;
    }
    String policy = several.getVisibilityPolicy().getName();
    boolean wanted = WANT_HIDDEN.contains(policy);
    boolean all = policy.startsWith("All");
    return !(all
        ? groups.stream().allMatch(group -> isHidden(group) == wanted)
        : groups.stream().anyMatch(group -> isHidden(group) == wanted));
  }
}
