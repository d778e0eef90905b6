package org.shiftscope.storage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.shiftscope.compute.spec.Problem;

/**
 * The law of tags: letters, digits and {@code - _ . /} alone, 1 to 40 of them, at most 20 tags on
 * an experiment. What is typed is brought to one form first: composed letters (NFC), lower case, a
 * hyphen for each run of spaces. So a tag never needs quotation marks in a search.
 */
public final class Tags {

  static final int MOST = 20;
  static final int LONGEST = 40;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern LEGAL =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}._/-]{1," + LONGEST + "}");

  private Tags() {}

  /** The one form of what was typed. */
  public static String normalised(String typed) {
    String composed = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
    return SPACES.matcher(composed).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /** Each once, in the order of the alphabet. */
  static List<String> normalised(Collection<String> typed) {
    return typed.stream().map(Tags::normalised).distinct().sorted().toList();
  }

  /** What is wrong with tags in their one form, by their places as they were given. */
  static List<Problem> problems(List<String> typed) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      if (!LEGAL.matcher(normalised(typed.get(i))).matches()) {
        problems.add(
            new Problem(
                "tags[" + i + "]",
                "must have 1 to " + LONGEST + " letters, digits, or any of - _ . /",
                typed.get(i).isEmpty() ? "\"\"" : typed.get(i)));
      }
    }
    if (normalised(typed).size() > MOST) {
      problems.add(
          new Problem("tags", "must be at most " + MOST + " tags", typed.size() + " of them"));
    }
    return problems;
  }
}
