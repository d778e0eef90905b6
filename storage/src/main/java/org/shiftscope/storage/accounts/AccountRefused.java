package org.shiftscope.storage.accounts;

/** An account cannot be changed so, as things are. The message is a sentence for a person. */
public final class AccountRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  AccountRefused(String sentence) {
    super(sentence);
  }
}
