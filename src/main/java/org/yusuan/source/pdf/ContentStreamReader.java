package org.yusuan.source.pdf;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.source.pdf.paint.DisplaySpace;
import org.yusuan.source.pdf.paint.Paint;
import org.yusuan.source.pdf.paint.PaintedGlyph;
import org.yusuan.source.pdf.stream.BufferedPage;
import org.yusuan.source.pdf.stream.ContentSyntax;
import org.yusuan.source.pdf.stream.InlineImageOperator;
import org.yusuan.source.pdf.stream.OperandCheck;
import org.yusuan.source.pdf.stream.PageBudget;
import org.yusuan.source.pdf.stream.StreamDecoder;
import org.yusuan.source.pdf.text.CharacterMeaning;
import org.yusuan.source.pdf.text.ClippedStrings;
import org.yusuan.source.pdf.text.DigitShapes;
import org.yusuan.source.pdf.text.FontCheck;
import org.yusuan.source.pdf.text.PageText;
import org.yusuan.source.pdf.text.StandardWidths;

/**
 * Reads one page in a single pass over its content stream: characters with their places, lines with
 * their thickness, and where pictures stand.
 *
 * <p>What is not shown is left out: what a clipping path or a layer that is off hides, what lies
 * behind something opaque, and text in the colour of what lies behind it.
 */
final class ContentStreamReader extends ShapeStreamReader {

  /** Pixels of an image in the content itself; they are meant for small ones (PDF 1.7, 8.9.7). */
  private static final long MAX_INLINE_PIXELS = 30_000_000;

  /** In em. On 7,865 published pages no digit is narrower than 0.4. */
  private static final double MIN_DIGIT_EM = 0.3;

  /** Kinds of annotations that show text. */
  private static final Set<String> TYPED = Set.of("Widget", "FreeText");

  /** Operators that begin marked content. */
  private static final Set<String> OPENING = Set.of("BDC", "BMC");

  /** Operators that do not matter here, and that PDFBox does not know. */
  private static final Set<String> IGNORED =
      Set.of("BX", "EX", "MP", "DP", "ri", "i", "d0", "d1", "gs", "EI", "ID", "BI", "PS");

  private final PageText text;
  private final ClippedStrings strings;
  private final FontCheck fontCheck;
  private final Set<String> faults = new LinkedHashSet<>();
  private final OperandCheck operands = new OperandCheck();
  private final Box pageBox;
  private boolean isShownAnywhere;
  private boolean isHiddenSomewhere;
  private @Nullable String undrawable;

  private final StandardWidths widths;
  private final DigitShapes digits;
  private final Set<COSStream> checked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<PDFont> fonts = Collections.newSetFromMap(new IdentityHashMap<>());

  private ContentStreamReader(PDDocument document, PDPage page, Fonts fonts) {
    super(document, page);
    this.widths = fonts.widths;
    pageBox = new Box(0, 0, space.width(), space.height());
    this.fontCheck = fonts.check;
    this.digits = fonts.digits;
    text = new PageText(shapes.areas());
    strings = new ClippedStrings(text, clip);
    addOperator(new InlineImageOperator(this::addInlineImage));
  }

  /** What was found out about the fonts of a document. One thread at a time may use it. */
  static final class Fonts {
    private final StandardWidths widths = new StandardWidths();
    private final FontCheck check = new FontCheck();
    private final DigitShapes digits = new DigitShapes();
  }

  /**
   * A page, and what is wrong with it.
   *
   * @param page the page; its problems hold the faults too
   * @param damaged whether something of it may be missing or wrong
   * @param undrawable why it cannot be drawn or must not be, as part of a sentence; null if it may
   *     be
   */
  record Result(Page page, boolean damaged, @Nullable String undrawable) {}

  /**
   * Reads a page.
   *
   * @param number its number in the file, from 1
   * @param fonts what is known of the fonts of the document
   * @param fault what is wrong with it already, as part of a sentence; null if nothing is
   */
  static Result read(
      PDDocument document, PDPage page, int number, Fonts fonts, @Nullable String fault)
      throws IOException {
    String resized = PageSize.mend(page);
    ContentStreamReader reader = new ContentStreamReader(document, page, fonts);
    if (fault != null) {
      reader.faults.add(fault);
    }
    if (resized != null) {
      reader.faults.add(resized);
    }
    try {
      BufferedPage content = new BufferedPage(page, reader.faults);
      content.requireContent();
      reader.processPage(content);
      String wrong = reader.operands.atEnd();
      if (wrong != null) {
        reader.faults.add(wrong);
      }
      if (!content.isReadWhole()) {
        reader.faults.add("its content has something in it that is none; the rest was not read");
      }
      reader.showFields(page);
    } catch (PageBudget.ExceededException e) {
      reader.undrawable = "it " + e.getMessage();
      reader.faults.add(reader.undrawable + "; the rest was not read");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      reader.faults.add("the rest of it cannot be read: " + PdfFault.message(e));
    }
    return reader.result(number);
  }

  /** Fields of forms and typed notes are shown on the page; seals and links hold no text of it. */
  private void showFields(PDPage page) throws IOException {
    if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
      for (int i = 0; i < annotations.size(); i++) {
        if (!(annotations.getObject(i) instanceof COSDictionary annotation)
            || !(annotation.getDictionaryObject(COSName.RECT) instanceof COSArray place)
            || !PageSize.isRectangle(place)) {
          faults.add("a field or a note of it is damaged");
        }
      }
    }
    for (PDAnnotation annotation : page.getAnnotations()) {
      boolean typed = TYPED.contains(String.valueOf(annotation.getSubtype()));
      if (typed && !annotation.isHidden() && !annotation.isNoView()) {
        if (annotation.getNormalAppearanceStream() == null && FormValue.isFilled(annotation)) {
          faults.add("it has a field whose value the file does not draw; it was not read");
        }
        if (annotation.getNormalAppearanceStream() != null) {
          checkForm(annotation.getNormalAppearanceStream());
        }
        showAnnotation(annotation);
      }
    }
  }

  private Result result(int number) {
    List<String> problems = new ArrayList<>();
    List<Ruling> rulings = rulings();
    List<Word> words = text.words(shapes.images(), rulings, digits);
    faults.addAll(text.faults());
    if (isHiddenSomewhere && !isShownAnywhere) {
      faults.add("all of its text lies outside of it");
    }
    if (layers.isUnknown()) {
      faults.add("a part of it belongs to a layer that is missing");
    }
    if (undrawable == null && text.hasNoShapes()) {
      undrawable = "its fonts are damaged or not in the file";
    }
    for (String fault : faults) {
      problems.add("page " + number + ": " + fault);
    }
    problems.addAll(text.problems(number));
    List<Box> images = new ArrayList<>(shapes.images());
    if (text.size() == 0 && shapes.outlines() != null) {
      images.add(shapes.outlines());
    }
    Page page =
        new Page(
            number, space.width(), space.height(), Origin.TEXT, words, rulings, images, problems);
    return new Result(page, !faults.isEmpty(), undrawable);
  }

  private List<Ruling> rulings() {
    try {
      return shapes.rulings();
    } catch (PageBudget.ExceededException e) {
      undrawable = "it " + e.getMessage();
      faults.add(undrawable + "; its lines were not read");
      return List.of();
    }
  }

  // --- characters

  @Override
  protected void showText(byte[] string) throws IOException {
    PDFont font = getGraphicsState().getTextState().getFont();
    if (font != null && fonts.add(font)) {
      widths.complete(font);
      if (font.isDamaged()) {
        faults.add("a font of it is damaged");
      }
    }
    super.showText(string);
  }

  @Override
  public void beginText() throws IOException {
    nextOrder(); // so that characters tell where a text object begins
    super.beginText();
  }

  @Override
  public void showTextString(byte[] string) throws IOException {
    strings.begin();
    super.showTextString(string);
  }

  @Override
  public void showTextStrings(COSArray array) throws IOException {
    strings.begin();
    super.showTextStrings(array);
  }

  @Override
  protected void showGlyph(
      Matrix textRenderingMatrix,
      PDFont font,
      int code,
      @Nullable String unicode,
      Vector displacement)
      throws IOException {
    budget.item();
    AffineTransform toPage = space.from(textRenderingMatrix);
    if (layers.isOff()) {
      return;
    }
    if (DisplaySpace.isDistorted(toPage)) {
      faults.add("it has text that is out of shape");
    }
    if (DisplaySpace.isSlanted(toPage)) {
      return;
    }
    float advance = displacement.getX() > 0 ? displacement.getX() : 0.5f;
    Box box = DisplaySpace.glyphBox(toPage, advance);
    Box seen = strings.seen(box);
    isShownAnywhere |= box.intersects(pageBox);
    isHiddenSomewhere |= seen == null;
    if (seen == null) {
      return;
    }
    RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
    String meaning = CharacterMeaning.of(font, code, unicode);
    if (digits.look(font, code, meaning)) {
      faults.add("a font of it names its digits otherwise than they look");
    }
    PaintedGlyph glyph =
        PaintedGlyph.of(
            meaning,
            box,
            seen,
            toPage,
            font,
            paint.textColour(mode),
            paint.textOpacity(mode),
            nextOrder());
    if (advance < MIN_DIGIT_EM && Character.isDigit(meaning.codePointAt(0))) {
      faults.add("a font of it has digits that are too narrow");
    }
    boolean invisible = mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
    strings.add(glyph, invisible);
  }

  // --- layers and groups

  @Override
  public void beginMarkedContentSequence(
      @Nullable COSName tag, @Nullable COSDictionary properties) {
    layers.begin(tag, properties == null ? null : PDPropertyList.create(properties));
  }

  @Override
  public void endMarkedContentSequence() {
    layers.end();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> given) throws IOException {
    budget.operator();
    String name = operator.getName();
    String wrong = operands.check(name, given);
    if (wrong != null) {
      faults.add(wrong);
    }
    if (name.equals("Tf") && !given.isEmpty() && given.get(0) instanceof COSName font) {
      String fault = fontCheck.check(getResources(), font);
      if (fault != null) {
        faults.add(fault);
      }
    }
    int depth = layers.depth();
    super.processOperator(operator, given);
    if (OPENING.contains(name) && layers.depth() == depth) {
      // Marked content whose properties cannot be found is counted as well, as its end will come.
      layers.begin(!given.isEmpty() && given.get(0) instanceof COSName tag ? tag : null, null);
    }
  }

  @Override
  protected void unsupportedOperator(Operator operator, List<COSBase> operands) {
    if (!IGNORED.contains(operator.getName())) {
      faults.add("its content has operators that do not exist");
    }
  }

  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException e)
      throws IOException {
    faults.add("an operator of its content cannot be carried out: " + operator.getName());
    super.operatorException(operator, operands, e);
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    if (!layers.isHidden(form.getOptionalContent())) {
      checkForm(form);
      super.showForm(form);
    }
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    if (!layers.isHidden(form.getOptionalContent())) {
      checkForm(form);
      Paint.TransparencyGroup outer = paint.enterGroup();
      super.showTransparencyGroup(form);
      paint.leaveGroup(outer);
    }
  }

  private void checkForm(PDFormXObject form) throws IOException {
    budget.form();
    COSStream stream = form.getCOSObject();
    if (checked.add(stream)) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      String fault = StreamDecoder.decode(stream, content, PageBudget.CONTENT_BYTES).fault();
      if (fault != null) {
        faults.add("its content " + fault);
      }
      String wrong = ContentSyntax.fault(content.toByteArray());
      if (wrong != null) {
        faults.add(wrong);
      }
    }
  }

  private void addInlineImage(boolean whole, long pixels) {
    if (pixels > MAX_INLINE_PIXELS) {
      undrawable = "an image in its content of " + pixels + " pixels is too large";
      faults.add(undrawable);
    }
    addPicture(whole);
  }
}
