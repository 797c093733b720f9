package org.yusuan.source.pdf.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Checks the operands of the operators of content streams (PDF 1.7, Annex A). PDFBox passes over an
 * operator that lacks an operand, and over operands without an operator: both are signs of damage.
 */
public final class OperandCheck {

  /**
   * Operands by operator: n is a number, s a string, a an array, N a name, p a name or a
   * dictionary. The operands of colours, and of operators that PDFBox does not know, are not
   * checked.
   */
  private static final Map<String, String> OPERANDS = operands();

  private boolean inText;

  private static Map<String, String> operands() {
    Map<String, String> operands = new HashMap<>();
    put(operands, "", "b B b* B* BT ET EMC f F f* h n q Q s S T* W W*");
    put(operands, "n", "g G i j J M Tc TL Tr Ts Tw Tz w");
    put(operands, "nn", "l m Td TD");
    put(operands, "nnn", "rg RG");
    put(operands, "nnnn", "k K re v y");
    put(operands, "nnnnnn", "c cm Tm");
    put(operands, "s", "Tj '");
    put(operands, "nns", "\"");
    put(operands, "a", "TJ");
    put(operands, "an", "d");
    put(operands, "N", "BMC cs CS Do gs MP ri sh");
    put(operands, "Nn", "Tf");
    put(operands, "Np", "BDC DP");
    return Map.copyOf(operands);
  }

  private static void put(Map<String, String> operands, String given, String operators) {
    for (String operator : operators.split(" ")) {
      operands.put(operator, given);
    }
  }

  /**
   * Looks at an operator before it is carried out.
   *
   * @return what is wrong with it, as part of a sentence; null if nothing is
   */
  public @Nullable String check(String operator, @Nullable List<COSBase> given) {
    if (given == null) {
      return null; // PDFBox carries out an operator as a part of another
    }
    String wanted = OPERANDS.get(operator);
    if (wanted != null && !fits(wanted, given)) {
      return "an operator of its content does not have the operands that it takes: " + operator;
    }
    return nesting(operator);
  }

  private static boolean fits(String wanted, List<COSBase> given) {
    if (given.size() != wanted.length()) {
      return false;
    }
    for (int i = 0; i < wanted.length(); i++) {
      if (!fits(wanted.charAt(i), given.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(char wanted, COSBase given) {
    return switch (wanted) {
      case 'n' -> given instanceof COSNumber;
      case 's' -> given instanceof COSString;
      case 'a' -> given instanceof COSArray;
      case 'N' -> given instanceof COSName;
      default -> given instanceof COSName || given instanceof COSDictionary;
    };
  }

  private @Nullable String nesting(String operator) {
    switch (operator) {
      case "BT", "ET" -> {
        boolean begins = operator.equals("BT");
        if (inText == begins) {
          return begins
              ? "a text of it begins within another"
              : "a text of it ends without a begin";
        }
        inText = begins;
      }
      case "Tj", "TJ", "'", "\"" -> {
        if (!inText) {
          return "it shows text where none begins";
        }
      }
      default -> {
        // Says nothing of what it stands in.
      }
    }
    return null;
  }

  /**
   * What is wrong with the content as a whole, when all of it was carried out.
   *
   * @return part of a sentence; null if nothing is
   */
  public @Nullable String atEnd() {
    return inText ? "a text of it does not end" : null;
  }
}
