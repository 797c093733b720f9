package org.yusuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class HelpLanguageTest {

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @Test
  void everyCommandAndItsOptionsAreExplainedInChinese() {
    List<String> english = new ArrayList<>();
    look(Main.commandLine("extract", "--lang", "zh", "--help"), english);
    look(Main.commandLine("--lang=zh", "--help"), english);
    assertEquals(List.of(), english);
  }

  private static void look(CommandLine line, List<String> english) {
    CommandSpec command = line.getCommandSpec();
    // Those that picocli brings, and the benchmarks of this program's makers.
    if (command.userObject().getClass().getName().startsWith("picocli.")
        || command.qualifiedName().startsWith("yusuan benchmark ")) {
      return;
    }
    for (String sentence : command.usageMessage().description()) {
      note(command, sentence, english);
    }
    command.usageMessage().exitCodeList().values().forEach(s -> note(command, s, english));
    for (ArgSpec argument : command.args()) {
      note(command, String.join(" ", argument.description()), english);
    }
    line.getSubcommands().values().forEach(sub -> look(sub, english));
  }

  private static void note(CommandSpec command, String sentence, List<String> english) {
    if (!CHINESE.matcher(sentence).find()) {
      english.add(command.qualifiedName() + ": " + sentence);
    }
  }

  @Test
  void helpIsEnglishWhenThatIsAskedFor() {
    StringWriter out = new StringWriter();
    CommandLine line = Main.commandLine("extract", "--lang", "en", "--help");
    line.setOut(new PrintWriter(out, true)).execute("extract", "--lang", "en", "--help");
    assertTrue(out.toString().contains("Read documents and write one JSON file"), out.toString());
  }
}
